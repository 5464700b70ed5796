import type { OptionalColumn } from '../../state/pageState';

/** Columns whose cells are numbers. */
export const NUMBER_COLUMNS: ReadonlySet<OptionalColumn> = new Set([
  'tokens',
  'call',
  'day',
  'month',
  'times',
  'context',
]);
