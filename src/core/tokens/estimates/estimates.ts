import {
  ACCENTED_SHARE,
  type Calibration,
  type ContentKind,
  DENSE_LINE_LENGTH,
  type TokenFactor,
  type ScriptGroup,
  TOKENS_PER_UNIT,
} from './calibration';
import { CALIBRATIONS, type EstimatedFamily } from './calibrations';
import type { EncodingName } from '../encodings';
import type { TextCount } from '../document/countedChunks';
import { exactCount, type TokenCount } from '../tokenCount';
import { linesOf, type Script, SCRIPTS, type ScriptTally, unitsOf } from './scriptTally';

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
 */
export function estimateTokens(
  family: EstimatedFamily,
  count: TextCount,
  languageId: string,
): TokenCount {
  // Nothing is nothing in every vocabulary.
  if (count.tokens === 0) return exactCount(0);
  const factor = factorFor(CALIBRATIONS[family], count.tally, languageId);
  const exact = count.tokens * factor.value;
  const tokens = Math.round(exact);
  // Factors are decimal fractions: absorb the floating-point error before rounding up or down.
  const low = Math.floor(exact * (1 - factor.band) + 1e-6);
  const high = Math.ceil(exact * (1 + factor.band) - 1e-6);
  return { tokens, low: Math.min(low, tokens), high: Math.max(high, tokens), method: 'estimated' };
}

/** The mean of the factors of a text's parts, weighted by tokens. */
function factorFor(calibration: Calibration, tally: ScriptTally, languageId: string): TokenFactor {
  const kind = contentKind(languageId, tally);
  const shares = scriptShares(tally);
  const parts: [number, TokenFactor][] = [[shares.plain, calibration.content[kind]]];
  for (const [group, share] of shares.groups) parts.push([share, calibration.scripts[group]]);
  let value = 0;
  let spread = 0;
  for (const [share, factor] of parts) {
    value += share * factor.value;
    spread += share * factor.value * factor.band;
  }
  return { value, band: spread / value };
}

/** Maximum tokens of Han per token of kana in Japanese text. */
const HAN_PER_KANA = 1.5;

/** The shares of a text's tokens that are English or code (`plain`), and of each other script. Their sum is 1. */
function scriptShares(tally: ScriptTally): { plain: number; groups: [ScriptGroup, number][] } {
  const weights = new Map<Script, number>(
    SCRIPTS.map((script) => [script, unitsOf(tally, script) * TOKENS_PER_UNIT[script]]),
  );
  const weightOf = (script: Script) => weights.get(script) ?? 0;
  const latin = weightOf('latin') + weightOf('accented');
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return { plain: 1, groups: [] };
  const european = (latin / total) * europeanPart(tally);
  // Han is Japanese only in proportion to the kana, so that Chinese text next to Japanese text remains Chinese.
  const japanese = Math.min(weightOf('han'), HAN_PER_KANA * weightOf('kana'));
  return {
    plain: latin / total - european,
    groups: [
      ['european', european],
      ['cyrillic', weightOf('cyrillic') / total],
      ['arabic', weightOf('arabic') / total],
      ['indic', weightOf('indic') / total],
      ['han', (weightOf('han') - japanese) / total],
      ['kana', (weightOf('kana') + japanese) / total],
      ['hangul', weightOf('hangul') / total],
      ['other', weightOf('other') / total],
    ],
  };
}

/** The share of the Latin text that is in languages other than English, from 0 to 1. */
function europeanPart(tally: ScriptTally): number {
  const accented = unitsOf(tally, 'accented');
  if (accented === 0) return 0;
  const share = accented / (accented + unitsOf(tally, 'latin'));
  const { from, to } = ACCENTED_SHARE;
  return Math.min(1, Math.max(0, (share - from) / (to - from)));
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

function contentKind(languageId: string, tally: ScriptTally): ContentKind {
  const kind = Object.hasOwn(KIND_OF_LANGUAGE, languageId)
    ? (KIND_OF_LANGUAGE[languageId] ?? 'unknown')
    : 'code';
  const units = SCRIPTS.reduce((sum, script) => sum + unitsOf(tally, script), 0);
  if (units / linesOf(tally) < DENSE_LINE_LENGTH) return kind;
  if (kind === 'json') return 'denseData';
  return kind === 'code' ? 'minifiedCode' : kind;
}
