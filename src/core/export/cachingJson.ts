import { cachingFacts, type CachingFacts } from '../estimate/caching/facts';
import type { Estimate } from '../estimate/estimate';

/** The fields on when caching pays, described in docs/exports.md: only where a cache is assumed, or asked for. */
export interface CachingJson {
  readonly cachingOutcome: CachingFacts['outcome'];
  readonly cachingPaysFrom: CachingFacts['paysFrom'];
  readonly cachingHitShare: CachingFacts['hitShare'];
}

export function cachingToJson(estimate: Estimate): CachingJson {
  const { outcome, paysFrom, hitShare } = cachingFacts(estimate);
  return { cachingOutcome: outcome, cachingPaysFrom: paysFrom, cachingHitShare: hitShare };
}
