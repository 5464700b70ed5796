import { cachingFacts, type CachingFacts } from '../estimate/caching/facts';
import { cachingOf } from '../estimate/caching/caching';
import { storedCacheOf } from '../estimate/caching/storage';
import type { Estimate } from '../estimate/estimate';

/** The fields on when caching pays, described in docs/exports.md: only where a cache is assumed, or asked for. */
export interface CachingJson {
  readonly cachingOutcome: CachingFacts['outcome'];
  readonly cachingPaysFrom: CachingFacts['paysFrom'];
  readonly cachingHitShare: CachingFacts['hitShare'];
  /** The first number of calls from which an explicit cache pays that is kept for the assumed hours; null without one. */
  readonly explicitCachePaysFrom: number | null;
}

export function cachingToJson(estimate: Estimate): CachingJson {
  const { outcome, paysFrom, hitShare } = cachingFacts(estimate);
  return {
    cachingOutcome: outcome,
    cachingPaysFrom: paysFrom,
    cachingHitShare: hitShare,
    explicitCachePaysFrom: storedFrom(estimate),
  };
}

function storedFrom(estimate: Estimate): number | null {
  const breakEven = storedCacheOf(estimate, cachingOf(estimate))?.breakEven;
  return breakEven?.kind === 'pays' ? breakEven.from : null;
}
