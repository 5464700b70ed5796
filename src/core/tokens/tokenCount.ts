/**
 * `exact`: counted with the provider's vocabulary or an equal one.
 * `estimated`: an exact count in another vocabulary, times a calibrated factor.
 */
export type CountMethod = 'exact' | 'estimated';

/** Tokens of a text for one model. The true count is from `low` to `high`. Whole numbers. */
export interface TokenCount {
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  readonly method: CountMethod;
}

/** Adds up counts and their bands. */
export function sumTokenCounts(counts: readonly TokenCount[]): TokenCount {
  const isEstimated = counts.some(({ method }) => method === 'estimated');
  const sum = { tokens: 0, low: 0, high: 0 };
  for (const { tokens, low, high } of counts) {
    sum.tokens += tokens;
    sum.low += low;
    sum.high += high;
  }
  return { ...sum, method: isEstimated ? 'estimated' : 'exact' };
}

export function exactCount(tokens: number): TokenCount {
  return { tokens, low: tokens, high: tokens, method: 'exact' };
}

/** "≈" before figures from counts of which one is estimated, otherwise "". */
export function estimateMark(...counts: readonly Pick<TokenCount, 'method'>[]): string {
  return counts.some(({ method }) => method === 'estimated') ? '≈' : '';
}
