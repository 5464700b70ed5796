import type { Detail, MediaPart, MediaTokens } from '../part';

/** Tokens of a second: the least, what is expected, the most. */
export type SecondRate = readonly [low: number, tokens: number, high: number];

/** Tokens of each second, rounded up. Without the length, one second is counted, as a lower limit. */
export function secondTokens(
  rate: (detail: Detail | undefined) => SecondRate,
): (part: MediaPart) => MediaTokens {
  return ({ seconds, detail }) => {
    const [low, tokens, high] = rate(detail).map((each) => Math.ceil(each * (seconds ?? 1)));
    return {
      tokens: tokens ?? 0,
      low: low ?? 0,
      high: high ?? 0,
      unknown: seconds === undefined ? ['length'] : [],
      refused: undefined,
    };
  };
}
