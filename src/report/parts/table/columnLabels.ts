import { completeScenario } from '../../../core/scenario/scenario';
import { isConversation } from '../../../wording/call';
import { columnLabel } from '../../../wording/page/table';
import type { Words } from '../../../wording/words';
import type { View } from '../../figures/view';
import type { OptionalColumn, SortColumn } from '../../state/pageState';

/** The name of a column: that of the cost says what it is of. */
export function columnName(words: Words, column: SortColumn, { scenario, subject }: View): string {
  const isConversations = isConversation(completeScenario(scenario));
  return columnLabel(words, column, isConversations, subject.files.length);
}

/** Aligned on the right. */
export const NUMBER_COLUMNS: ReadonlySet<OptionalColumn> = new Set([
  'tokens',
  'call',
  'day',
  'month',
  'times',
  'context',
  'caching',
]);
