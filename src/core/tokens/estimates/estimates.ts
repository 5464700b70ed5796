import type { Calibration, ContentKind, TokenFactor } from './calibration';
import { CALIBRATIONS, type EstimatedFamily } from './calibrations';
import type { EncodingName } from '../encodings';
import type { TextCount } from '../document/countedChunks';
import { exactCount, type TokenCount } from '../tokenCount';
import { traitsOf, type TextTraits } from './traits';

export function isEstimatedFamily(name: string): name is EstimatedFamily {
  return Object.hasOwn(CALIBRATIONS, name);
}

/** The encoding of the counts that `estimateTokens` needs. */
export function baseEncodingOf(family: EstimatedFamily): EncodingName {
  return CALIBRATIONS[family].base;
}

/**
 * The source of a family's estimates: the models, the base encoding, the range of the factors, and the evidence.
 *
 * Example: "Grok 2: tokens of o200k_base × 1.15. ai-tokenizer's recorded API totals ..."
 */
export function estimateSource(family: EstimatedFamily): string {
  const { models, base, content, scripts, source } = CALIBRATIONS[family];
  const values = [content, scripts].flatMap((factors) =>
    Object.values(factors).map(({ value }: TokenFactor) => value),
  );
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const factors = lowest === highest ? `${lowest}` : `${lowest} to ${highest}`;
  return `${models}: tokens of ${base} × ${factors}. ${source}`;
}

/**
 * Estimated tokens of a text for models whose tokenizer is not public.
 *
 * Example: 1,000 tokens of o200k_base in TypeScript, all ASCII, for claude_new: 1.5 ± 12 % gives 1,500,
 * from 1,320 to 1,680. With half of the tokens from Chinese (1.45 ± 15 %): 1,475, from 1,276 to 1,674.
 *
 * @param count in `baseEncodingOf(family)`
 * @param languageId VS Code's language id, such as `python`
 * @param traits of the text: several families need them once.
 */
export function estimateTokens(
  family: EstimatedFamily,
  count: TextCount,
  languageId: string,
  traits?: TextTraits,
): TokenCount {
  // Nothing is nothing in every vocabulary.
  if (count.tokens === 0) return exactCount(0);
  const factor = factorFor(CALIBRATIONS[family], traits ?? traitsOf(count.tally), languageId);
  const exact = count.tokens * factor.value;
  const tokens = Math.round(exact);
  // Factors are decimal fractions: absorb the floating-point error before rounding up or down.
  const low = Math.floor(exact * (1 - factor.band) + 1e-6);
  const high = Math.ceil(exact * (1 + factor.band) - 1e-6);
  return { tokens, low: Math.min(low, tokens), high: Math.max(high, tokens), method: 'estimated' };
}

/** The mean of the factors of a text's parts, weighted by tokens. */
function factorFor(calibration: Calibration, traits: TextTraits, languageId: string): TokenFactor {
  const plain = calibration.content[contentKind(languageId, traits)];
  let value = traits.plain * plain.value;
  let spread = value * plain.band;
  for (const { group, share } of traits.groups) {
    const factor = calibration.scripts[group];
    value += share * factor.value;
    spread += share * factor.value * factor.band;
  }
  return { value, band: spread / value };
}

const KIND_OF_LANGUAGE: Readonly<Record<string, ContentKind>> = {
  markdown: 'prose',
  restructuredtext: 'prose',
  asciidoc: 'prose',
  latex: 'prose',
  tex: 'prose',
  'git-commit': 'prose',
  prompt: 'prose',
  instructions: 'prose',
  chatagent: 'prose',
  skill: 'prose',
  python: 'python',
  json: 'json',
  jsonc: 'json',
  json5: 'json',
  jsonl: 'denseData',
  csv: 'denseData',
  tsv: 'denseData',
  yaml: 'yaml',
  dockercompose: 'yaml',
  'github-actions-workflow': 'yaml',
  // Plain text may contain anything.
  plaintext: 'unknown',
  log: 'unknown',
  '': 'unknown',
};

function contentKind(languageId: string, { isDense }: TextTraits): ContentKind {
  const kind = Object.hasOwn(KIND_OF_LANGUAGE, languageId)
    ? (KIND_OF_LANGUAGE[languageId] ?? 'unknown')
    : 'code';
  if (!isDense) return kind;
  if (kind === 'json') return 'denseData';
  return kind === 'code' ? 'minifiedCode' : kind;
}
