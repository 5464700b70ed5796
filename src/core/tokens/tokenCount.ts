/**
 * `exact`: counted with the provider's vocabulary or an equal one.
 * `estimated`: an exact count in another vocabulary, times a calibrated factor.
 */
export type CountMethod = 'exact' | 'estimated';

/** Tokens of a text for one model. The true count is from `low` to `high`. Whole numbers, but for means of samples. */
export interface TokenCount {
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  readonly method: CountMethod;
}

/** Adds up counts and their bands. */
export function sumTokenCounts(counts: readonly TokenCount[]): TokenCount {
  const [first] = counts;
  // Most texts have one part, and there can be millions of them.
  if (first && counts.length === 1) return plainCount(first);
  const sum = { tokens: 0, low: 0, high: 0, method: 'exact' as CountMethod };
  for (const { tokens, low, high, method } of counts) {
    sum.tokens += tokens;
    sum.low += low;
    sum.high += high;
    if (method === 'estimated') sum.method = method;
  }
  return sum;
}

/** Without what a count has besides, such as the texts of a file. */
function plainCount({ tokens, low, high, method }: TokenCount): TokenCount {
  return { tokens, low, high, method };
}

export function exactCount(tokens: number): TokenCount {
  return { tokens, low: tokens, high: tokens, method: 'exact' };
}

/** "≈" before figures from counts of which one is estimated, otherwise "". */
export function estimateMark(...counts: readonly Pick<TokenCount, 'method'>[]): string {
  return counts.some(({ method }) => method === 'estimated') ? '≈' : '';
}
