import type { Calibration, TokenFactor } from './calibration';

const CLAUDE_SCRIPTS: Calibration['scripts'] = {
  european: { value: 1.5, band: 0.15 },
  cyrillic: { value: 1.56, band: 0.2 },
  arabic: { value: 2.18, band: 0.2 },
  indic: { value: 2.36, band: 0.2 },
  han: { value: 1.45, band: 0.15 },
  kana: { value: 1.5, band: 0.25 },
  hangul: { value: 1.5, band: 0.25 },
  // Not measured: the mean of the others.
  other: { value: 1.75, band: 0.35 },
};

/** One factor for every kind of content. */
function anyContent(factor: TokenFactor): Calibration['content'] {
  return {
    prose: factor,
    code: factor,
    python: factor,
    minifiedCode: factor,
    json: factor,
    denseData: factor,
    yaml: factor,
    unknown: factor,
  };
}

function anyScript(factor: TokenFactor): Calibration['scripts'] {
  return {
    european: factor,
    cyrillic: factor,
    arabic: factor,
    indic: factor,
    han: factor,
    kana: factor,
    hangul: factor,
    other: factor,
  };
}

/** Measured scripts in groups, with one band for all. */
function measuredScripts(
  values: { european: number; han: number; southAndJapanese: number; cyrillicAndHangul: number },
  band: number,
): Calibration['scripts'] {
  const { european, han, southAndJapanese, cyrillicAndHangul } = values;
  return {
    european: { value: european, band },
    cyrillic: { value: cyrillicAndHangul, band },
    arabic: { value: southAndJapanese, band },
    indic: { value: southAndJapanese, band },
    han: { value: han, band },
    kana: { value: southAndJapanese, band },
    hangul: { value: cyrillicAndHangul, band },
    // Not measured: between the others, with twice the band.
    other: { value: (southAndJapanese + cyrillicAndHangul) / 2, band: 2 * band },
  };
}

/**
 * All factors. `docs/counting.md` gives the source of each. A band is the spread of the sources, not a
 * confidence interval.
 */
export const CALIBRATIONS = {
  claude_old: {
    models: 'Claude up to Opus 4.6, Sonnet 4.6 and Haiku 4.5',
    base: 'o200k_base',
    content: {
      prose: { value: 1.15, band: 0.06 },
      code: { value: 1.2, band: 0.08 },
      python: { value: 1.27, band: 0.08 },
      minifiedCode: { value: 1.33, band: 0.1 },
      json: { value: 1.22, band: 0.08 },
      denseData: { value: 1.22, band: 0.1 },
      yaml: { value: 1.25, band: 0.08 },
      unknown: { value: 1.18, band: 0.12 },
    },
    scripts: CLAUDE_SCRIPTS,
    source:
      'Published comparisons with the live API: TensorZero 2026-04 (text, YAML, JSON), Gupta 2025-05 ' +
      '(English, mathematics, Python), sammcj/ingest (1.18 over all), Komatsuzaki 2026-04 (scripts), ' +
      'ctoc (code).',
  },
  claude_new: {
    models: 'Claude from Opus 4.7, Sonnet 5, Haiku 5.5 and Fable 5 on',
    base: 'o200k_base',
    content: {
      prose: { value: 1.57, band: 0.13 },
      code: { value: 1.5, band: 0.12 },
      python: { value: 1.52, band: 0.12 },
      minifiedCode: { value: 1.55, band: 0.15 },
      json: { value: 1.4, band: 0.12 },
      denseData: { value: 1.57, band: 0.12 },
      yaml: { value: 1.53, band: 0.1 },
      unknown: { value: 1.52, band: 0.15 },
    },
    scripts: { ...CLAUDE_SCRIPTS, european: { value: 2, band: 0.2 } },
    source:
      'Published comparisons with the live API: TensorZero (Opus 4.7), llxprt-code (Opus 5, 13 ' +
      'prompts), sammcj/ingest (1.53 over all); new over old by sol.ava.dev, ClaudeCodeCamp and jackin.',
  },
  gemini_newer: {
    models: 'Gemini from 3.1 on',
    base: 'gemma3',
    content: anyContent({ value: 1, band: 0.02 }),
    scripts: anyScript({ value: 1, band: 0.02 }),
    source:
      "Google's SDK names the tokenizer gemma4 for these models, which has the size and kind of " +
      "gemma3; TensorZero's API figures for Gemini 3.1 Pro agree. Not verified token by token.",
  },
  grok: {
    models: 'Grok from 3 on',
    base: 'o200k_base',
    content: anyContent({ value: 1.02, band: 0.08 }),
    // Inferred from English and code alone.
    scripts: anyScript({ value: 1.02, band: 0.25 }),
    source: "ai-tokenizer's recorded API totals of one mix of English and code; inferred.",
  },
  grok_2: {
    models: 'Grok 2',
    base: 'o200k_base',
    content: anyContent({ value: 1.15, band: 0.1 }),
    scripts: anyScript({ value: 1.15, band: 0.3 }),
    source: "ai-tokenizer's recorded API totals of one mix of English and code; inferred.",
  },
  nova: {
    models: 'Amazon Nova',
    base: 'o200k_base',
    content: anyContent({ value: 1.22, band: 0.12 }),
    scripts: anyScript({ value: 1.22, band: 0.3 }),
    source:
      "ai-tokenizer's recorded API totals, 1.29 with message overhead of unknown size; inferred.",
  },
  perplexity: {
    models: 'Perplexity Sonar',
    base: 'llama3',
    content: anyContent({ value: 1, band: 0.05 }),
    scripts: anyScript({ value: 1, band: 0.05 }),
    source: 'Sonar is built on Llama 3; inferred.',
  },
  llama4: {
    models: 'Llama 4',
    base: 'o200k_base',
    content: anyContent({ value: 1, band: 0.02 }),
    scripts: measuredScripts(
      { european: 0.94, han: 0.87, southAndJapanese: 0.86, cyrillicAndHangul: 0.88 },
      0.06,
    ),
    source: "Measured with Meta's own vocabulary on eleven corpora; it is not on npm.",
  },
  glm: {
    models: 'GLM 4.5 to 5.x',
    base: 'o200k_base',
    content: {
      ...anyContent({ value: 0.995, band: 0.01 }),
      // Base64 has 1.068.
      denseData: { value: 1.02, band: 0.05 },
      unknown: { value: 1.02, band: 0.05 },
    },
    scripts: measuredScripts(
      { european: 1.1, han: 0.89, southAndJapanese: 1.35, cyrillicAndHangul: 1.17 },
      0.08,
    ),
    source:
      "Measured with GLM-5.2's own vocabulary on eleven corpora; 4.5 to 5.x are assumed to be equal.",
  },
  kimi: {
    models: 'Kimi K2 and K3',
    base: 'o200k_base',
    content: anyContent({ value: 0.99, band: 0.03 }),
    scripts: measuredScripts(
      { european: 1.34, han: 0.86, southAndJapanese: 1.18, cyrillicAndHangul: 1.3 },
      0.1,
    ),
    source: "Measured with Kimi K3's own vocabulary on eleven corpora; K2 is assumed to be equal.",
  },
  minimax: {
    models: 'MiniMax M2 and M3',
    base: 'o200k_base',
    content: {
      ...anyContent({ value: 1.01, band: 0.04 }),
      // Base64 has 0.965.
      denseData: { value: 1, band: 0.06 },
      unknown: { value: 1, band: 0.06 },
      minifiedCode: { value: 1.06, band: 0.04 },
    },
    scripts: measuredScripts(
      { european: 1.05, han: 0.83, southAndJapanese: 0.93, cyrillicAndHangul: 1.03 },
      0.08,
    ),
    source: "Measured with MiniMax M3's own vocabulary on eleven corpora.",
  },
  cohere: {
    models: 'Cohere Command',
    base: 'o200k_base',
    content: {
      prose: { value: 1.06, band: 0.03 },
      code: { value: 1.08, band: 0.03 },
      python: { value: 1.08, band: 0.03 },
      minifiedCode: { value: 1.26, band: 0.03 },
      json: { value: 1.07, band: 0.03 },
      // Base64 has 0.979.
      denseData: { value: 1.03, band: 0.06 },
      yaml: { value: 1.07, band: 0.05 },
      unknown: { value: 1.04, band: 0.07 },
    },
    scripts: measuredScripts(
      { european: 0.96, han: 0.98, southAndJapanese: 1.12, cyrillicAndHangul: 1 },
      0.05,
    ),
    source:
      "Measured with Command R+'s own vocabulary on eleven corpora; Command A is assumed to be equal.",
  },
  qwen35: {
    models: 'Qwen from 3.5 on',
    base: 'qwen3',
    content: anyContent({ value: 1, band: 0.06 }),
    // A vocabulary of 248k instead of 152k needs fewer tokens where Qwen 3 needs many.
    scripts: anyScript({ value: 0.93, band: 0.12 }),
    source: 'Qwen 3.5 has a new vocabulary of about 248k tokens, not seen; inferred from Qwen 3.',
  },
  mistral_32k: {
    models: "Mistral's older models",
    base: 'o200k_base',
    content: {
      prose: { value: 1.17, band: 0.05 },
      code: { value: 1.2, band: 0.05 },
      python: { value: 1.29, band: 0.04 },
      minifiedCode: { value: 1.35, band: 0.04 },
      json: { value: 1.27, band: 0.04 },
      denseData: { value: 1.27, band: 0.08 },
      yaml: { value: 1.24, band: 0.08 },
      unknown: { value: 1.22, band: 0.1 },
    },
    scripts: measuredScripts(
      { european: 1.38, han: 1.35, southAndJapanese: 1.99, cyrillicAndHangul: 1.7 },
      0.1,
    ),
    source: "Measured with Mistral's 32k SentencePiece vocabulary on eleven corpora.",
  },
  // Bounds printed by scripts/pricing/wide/measureVocabularies.ts: the lowest and highest of all known vocabularies.
  unknown: {
    models: 'Models of unknown vocabulary',
    base: 'o200k_base',
    content: {
      prose: { value: 1.36, band: 0.31 },
      code: { value: 1.31, band: 0.29 },
      python: { value: 1.32, band: 0.29 },
      minifiedCode: { value: 1.36, band: 0.32 },
      json: { value: 1.25, band: 0.26 },
      denseData: { value: 1.35, band: 0.31 },
      yaml: { value: 1.31, band: 0.29 },
      unknown: { value: 1.34, band: 0.31 },
    },
    scripts: {
      european: { value: 1.58, band: 0.52 },
      cyrillic: { value: 1.32, band: 0.43 },
      arabic: { value: 1.69, band: 0.55 },
      indic: { value: 1.8, band: 0.58 },
      han: { value: 1.18, band: 0.42 },
      kana: { value: 1.48, band: 0.49 },
      hangul: { value: 1.32, band: 0.43 },
      other: { value: 1.56, band: 0.52 },
    },
    source:
      'The spread of all known vocabularies: seven counted on 23 texts, and the factors of ten families ' +
      'with their bands.',
  },
} as const satisfies Record<string, Calibration>;

/** A family of models with the same factors. */
export type EstimatedFamily = keyof typeof CALIBRATIONS;
