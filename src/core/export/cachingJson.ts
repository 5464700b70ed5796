import { assumesCache, cachingOf, type Caching } from '../estimate/caching/caching';
import { storedCacheOf } from '../estimate/caching/storage';
import type { Estimate } from '../estimate/estimate';
import { completeScenario } from '../scenario/scenario';
import type { ExportReport } from './report';

/** The fields on when caching pays, described in docs/exports.md: only where a cache is assumed, or asked for. */
export interface CachingJson {
  /** `atOnce`: it pays, and no number of calls costs more. `unknown`: a rate is not known. */
  readonly cachingOutcome:
    'pays' | 'atOnce' | 'never' | 'belowMinimum' | 'nothingToCache' | 'unknown';
  /** The first number of calls, or turns, that together cost less with the cache; null if there is none. */
  readonly cachingPaysFrom: number | null;
  /** The share of calls that find the cache, 0 to 1, below which it costs more; null without one. */
  readonly cachingHitShare: number | null;
  /** The first number of calls from which an explicit cache pays that is kept for the assumed hours; null without one. */
  readonly explicitCachePaysFrom: number | null;
}

/** Whether a report has them: all of its rows, so that the columns of CSV are equal. */
export function tellsCaching({ scenario, asksCaching = false }: ExportReport): boolean {
  return asksCaching || assumesCache(completeScenario(scenario));
}

export function cachingToJson(estimate: Estimate): CachingJson {
  const caching = cachingOf(estimate);
  const { outcome } = caching;
  const paying = outcome.kind === 'pays' ? outcome : undefined;
  return {
    cachingOutcome: kindOf(caching),
    cachingPaysFrom: paying?.from ?? null,
    cachingHitShare: paying?.hitShare ?? null,
    explicitCachePaysFrom: storedFrom(estimate, caching),
  };
}

function storedFrom(estimate: Estimate, caching: Caching): number | null {
  const breakEven = storedCacheOf(estimate, caching)?.breakEven;
  return breakEven?.kind === 'pays' ? breakEven.from : null;
}

function kindOf({ outcome }: Caching): CachingJson['cachingOutcome'] {
  switch (outcome.kind) {
    case 'pays':
      return outcome.isAtOnce ? 'atOnce' : 'pays';
    case 'unpriced':
      return 'unknown';
    case 'never':
    case 'belowMinimum':
    case 'nothingToCache':
      return outcome.kind;
  }
}
