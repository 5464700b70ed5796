import type { OptionalColumn } from '../../pageState';

/** Columns whose cells are numbers. */
export const NUMBER_COLUMNS: ReadonlySet<OptionalColumn> = new Set([
  'tokens',
  'call',
  'day',
  'month',
  'times',
  'context',
]);
