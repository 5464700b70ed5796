import type { MediaKind, MediaTokens } from './part';

export const NO_TOKENS: MediaTokens = {
  tokens: 0,
  low: 0,
  high: 0,
  unknown: [],
  refused: undefined,
};

export function exactTokens(tokens: number): MediaTokens {
  return { ...NO_TOKENS, tokens, low: tokens, high: tokens };
}

/** A vendor's bounds; the middle is expected. */
export function tokensBetween(low: number, high: number): MediaTokens {
  return { ...NO_TOKENS, tokens: Math.round((low + high) / 2), low, high };
}

/** Of equal calls. @param times number of calls. */
export function timesTokens(one: MediaTokens, times: number): MediaTokens {
  return {
    ...one,
    tokens: one.tokens * times,
    low: one.low * times,
    high: one.high * times,
  };
}

/** A hundred thousand requests are summed for each family of models. */
export function addMediaTokens(each: readonly MediaTokens[]): MediaTokens {
  const [first] = each;
  if (first && each.length === 1) return first;
  const sum = { tokens: 0, low: 0, high: 0 };
  const unknown = new Set<MediaKind>();
  let refused: MediaKind | undefined;
  for (const one of each) {
    sum.tokens += one.tokens;
    sum.low += one.low;
    sum.high += one.high;
    for (const kind of one.unknown) unknown.add(kind);
    refused ??= one.refused;
  }
  return { ...sum, unknown: [...unknown], refused };
}
