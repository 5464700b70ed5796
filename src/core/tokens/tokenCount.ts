/**
 * `exact`: counted with the provider's own vocabulary or one shown equal to it.
 * `estimated`: a calibrated factor on an exact count in another vocabulary.
 */
export type CountMethod = 'exact' | 'estimated';

/** Tokens of a text for one model, with the band of the true count; whole numbers. */
export interface TokenCount {
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  readonly method: CountMethod;
}

/** Sum of several counts; the bands add up too. */
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

/** "≈" before a figure that rests on an estimated count. */
export function estimateMark({ method }: TokenCount): string {
  return method === 'estimated' ? '≈' : '';
}
