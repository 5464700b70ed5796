import type { Estimate } from '../../core/estimate/estimate';
import { canBeBought, compareEstimates, groupRows } from '../../core/estimate/ranking';
import { isSearching, type PageState } from '../state/pageState';
import { passesSearch } from './listing';
import type { View } from './view';

/** Readers compare no more lines than this. */
export const MAX_CHARTED = 12;

/** The models of the charts. */
export type Charted =
  | { readonly kind: 'rows'; readonly rows: readonly Estimate[] }
  /** No model passes the filters, or none of those that pass them can be bought and fits. */
  | { readonly kind: 'noMatch' | 'noneFits' };

type Filters = Pick<PageState, 'filter' | 'provider'>;

/**
 * The user's model, the baseline and the pinned ones, then the cheapest that can be bought and fit: of the current
 * selection, or of what the filters find. The order of the table does not matter.
 */
export function chartedRows(view: View, filters: Filters): Charted {
  const kept = keptRows(view).slice(0, MAX_CHARTED);
  const passing = isSearching(filters)
    ? [...view.rows, ...view.otherRows].filter(({ model }) => passesSearch(model, filters))
    : view.rows;
  if (passing.length === 0) return { kind: 'noMatch' };
  const candidates = passing.filter(canBeBought);
  if (candidates.length === 0 && !kept.some((row) => passing.includes(row))) {
    return { kind: 'noneFits' };
  }
  const others = candidates.filter((row) => !kept.includes(row)).toSorted(compareEstimates);
  const rows = [...kept, ...others.slice(0, MAX_CHARTED - kept.length)];
  return { kind: 'rows', rows };
}

function keptRows({ headline, rows, pinnedIds }: View): readonly Estimate[] {
  const { pinned } = groupRows(rows, { pinnedIds });
  const { yours, baseline } = headline;
  // A sum over several models is no row of a chart of models.
  const named = [yours, baseline?.shares ? undefined : baseline, ...pinned];
  return [...new Set(named.filter((row) => row !== undefined))];
}
