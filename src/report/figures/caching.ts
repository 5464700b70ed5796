import { cachingOf, type Caching } from '../../core/estimate/caching/caching';
import type { Estimate } from '../../core/estimate/estimate';

/** The table, the charts and the parts of the cost ask for the same rows with each change. */
const known = new WeakMap<Estimate, Caching>();

export function rowCaching(row: Estimate): Caching {
  const caching = known.get(row) ?? cachingOf(row);
  known.set(row, caching);
  return caching;
}

/**
 * The order of a column: by calls or turns, of equal ones that at no extra cost first, never; undefined where nothing is
 * cached or known.
 */
export function cachingKey({ outcome }: Caching): number | undefined {
  switch (outcome.kind) {
    case 'pays':
      return outcome.isAtOnce ? outcome.from - 0.5 : outcome.from;
    case 'never':
      return Infinity;
    case 'belowMinimum':
    case 'nothingToCache':
    case 'unpriced':
      return undefined;
  }
}
