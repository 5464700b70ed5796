import type { OptionalColumn } from '../../state/pageState';

/** Aligned on the right. */
export const NUMBER_COLUMNS: ReadonlySet<OptionalColumn> = new Set([
  'tokens',
  'call',
  'day',
  'month',
  'times',
  'context',
]);
