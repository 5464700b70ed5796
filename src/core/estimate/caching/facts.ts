import type { Estimate } from '../estimate';
import { cachingOf } from './caching';

/** When writing the prompt of an estimate to the cache pays, as plain values. */
export interface CachingFacts {
  /** `atOnce`: it pays, and no number of calls costs more. `unknown`: a rate is not known. */
  readonly outcome: 'pays' | 'atOnce' | 'never' | 'belowMinimum' | 'nothingToCache' | 'unknown';
  /** The first number of calls, or turns, that together cost less with the cache; null if there is none. */
  readonly paysFrom: number | null;
  /** The share of calls that find the cache, 0 to 1, below which it costs more; null without one. */
  readonly hitShare: number | null;
}

export function cachingFacts(estimate: Estimate): CachingFacts {
  const { outcome } = cachingOf(estimate);
  if (outcome.kind === 'pays') {
    const { isAtOnce, from: paysFrom, hitShare } = outcome;
    return { outcome: isAtOnce ? 'atOnce' : 'pays', paysFrom, hitShare: hitShare ?? null };
  }
  const { kind } = outcome;
  return { outcome: kind === 'unpriced' ? 'unknown' : kind, paysFrom: null, hitShare: null };
}
