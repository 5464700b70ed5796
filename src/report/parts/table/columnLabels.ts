import * as l10n from '@vscode/l10n';
import type { OptionalColumn, SortColumn } from '../../pageState';
import type { View } from '../../view';

/** Columns whose cells are numbers. */
export const NUMBER_COLUMNS: ReadonlySet<OptionalColumn> = new Set([
  'tokens',
  'call',
  'day',
  'month',
  'times',
  'context',
]);

export function columnLabel(column: SortColumn, { scenario }: View): string {
  switch (column) {
    case 'model':
      return l10n.t('Model');
    case 'provider':
      return l10n.t('Provider');
    case 'tokens':
      return l10n.t('Tokens');
    case 'call':
      return (scenario.conversationTurns ?? 1) > 1
        ? l10n.t('Per conversation')
        : l10n.t('Per call');
    case 'day':
      return l10n.t('Per day');
    case 'month':
      return l10n.t('Per month');
    case 'times':
      return l10n.t('× baseline');
    case 'context':
      return l10n.t('Context');
    case 'checked':
      return l10n.t('Price checked');
    case 'source':
      return l10n.t('Source');
  }
}
