import { fits } from '../../../core/estimate/contextFit';
import type { Estimate } from '../../../core/estimate/estimate';
import { estimateEach } from '../../../core/estimate/own/each';
import { compareMoney, ZERO_MONEY, type Money } from '../../../core/pricing/money';
import type { RequestColumn } from '../../../wording/page/requests';
import type { View } from '../../figures/view';

export interface RequestRow {
  /** Of the request in the subject. */
  readonly index: number;
  readonly name: string;
  readonly estimate: Estimate;
}

/** How the user wants the requests. */
export interface RequestChoice {
  readonly filter: string;
  readonly onlyMisfits: boolean;
  readonly column: RequestColumn;
  readonly direction: 'ascending' | 'descending';
}

const known = new WeakMap<Estimate, readonly RequestRow[]>();

/** One row for each request, in the order of the file. */
export function requestRows({ subject }: View, row: Estimate): readonly RequestRow[] {
  const rows = known.get(row) ?? makeRows(subject.files, row);
  known.set(row, rows);
  return rows;
}

function makeRows(files: View['subject']['files'], row: Estimate): readonly RequestRow[] {
  return estimateEach(row).map((estimate, index) => ({
    index,
    name: files[index]?.path ?? '',
    estimate,
  }));
}

/** The rows with all words of the filter, in the chosen order; equal ones in that of the file. */
export function shownRequests(
  rows: readonly RequestRow[],
  { filter, onlyMisfits, column, direction }: RequestChoice,
): readonly RequestRow[] {
  const wanted = filter.toLowerCase().split(/\s+/);
  const found = rows.filter(({ name, estimate }) => {
    const text = name.toLowerCase();
    return wanted.every((word) => text.includes(word)) && !(onlyMisfits && fits(estimate.fit));
  });
  const sign = direction === 'ascending' ? 1 : -1;
  return found.toSorted((a, b) => sign * compareBy(column, a, b) || a.index - b.index);
}

function compareBy(column: RequestColumn, a: RequestRow, b: RequestRow): number {
  switch (column) {
    case 'request':
      return a.index - b.index;
    case 'tokens':
      return a.estimate.count.tokens - b.estimate.count.tokens;
    case 'answer':
      return a.estimate.scenario.outputTokens - b.estimate.scenario.outputTokens;
    case 'cost':
      return compareMoney(costOf(a), costOf(b));
  }
}

function costOf({ estimate: { price } }: RequestRow): Money {
  return price.kind === 'priced' ? price.expected.total : ZERO_MONEY;
}
