import { NO_BUDGETS, overrunsOf, type Budgets } from '../../core/estimate/budget';
import { areRequests } from '../../core/estimate/own/calls';
import { isNearLimit } from '../../core/estimate/contextFit';
import type { Priced } from '../../core/estimate/estimate';
import type { RankedEstimate } from '../../core/estimate/ranking';
import { isFromText } from '../../core/estimate/isFromText';
import type { Currency } from '../../core/figures/currency';
import { formatMoney, formatRatio, formatShare } from '../../core/figures/formats';
import { visibleText } from '../../core/figures/visibleText';
import type { Money } from '../../core/pricing/money';
import { estimateMark } from '../../core/tokens/tokenCount';
import { aDay, aMonth } from '../../wording/call';
import { partName } from '../../wording/cost';
import { describeCount } from '../../wording/count';
import { eachOfItsOwn } from '../../wording/models/names';
import { estimateNotes } from '../../wording/notes';
import { columnLabel, formulaLabel } from '../../wording/page/table';
import { TABLE_HEADINGS } from '../../wording/documents/terminal';
import { describeOverrun } from '../../wording/views/readout';
import { ENGLISH } from '../../wording/words';
import { renderColumns, type Column } from './columns';

export interface TextTableOptions {
  /** Undefined: US dollars. */
  readonly currency: Currency | undefined;
  /** Budgets whose excess is in the notes of a row. */
  readonly budgets?: Budgets | undefined;
  /** Whether the notes of a row say when caching pays, also if no cache is assumed. */
  readonly asksCaching?: boolean | undefined;
}

/** The table of some models. */
export function renderTextTable(
  rows: readonly RankedEstimate[],
  options: TextTableOptions,
): string {
  return renderColumns(rows, columnsOf(options));
}

function columnsOf(options: TextTableOptions): readonly Column<RankedEstimate>[] {
  const { currency } = options;
  const money = (amount: Money): string => formatMoney(amount, currency);
  return [
    {
      heading: columnLabel(ENGLISH, 'model', false),
      isText: true,
      cell: (row) => (row.shares ? ownModelsOf(row) : visibleText(row.model.id)),
    },
    {
      heading: columnLabel(ENGLISH, 'tokens', false),
      cell: ({ count }) => describeCount(ENGLISH, count),
    },
    { heading: partName(ENGLISH, 'input'), cell: (row) => sideText(row, 'input', money) },
    { heading: partName(ENGLISH, 'output'), cell: (row) => sideText(row, 'output', money) },
    {
      heading: TABLE_HEADINGS.total,
      cell: ({ count, price }) =>
        price.kind === 'unpriced' ? '-' : estimateMark(count) + money(price.expected.total),
    },
    {
      heading: formulaLabel(ENGLISH, 'range'),
      isOptional: true,
      cell: (row) => rangeText(row, money),
    },
    {
      heading: columnLabel(ENGLISH, 'context', false),
      isOptional: true,
      cell: ({ fit }) =>
        fit.taken === undefined || !isNearLimit(fit) ? '' : formatShare(fit.taken),
    },
    {
      heading: TABLE_HEADINGS.times,
      cell: ({ timesCheapest, timesMark }) =>
        timesCheapest === undefined ? '-' : timesMark + formatRatio(timesCheapest, undefined, 'x'),
    },
    { heading: '', isText: true, cell: (row) => noteText(row, options) },
  ];
}

function ownModelsOf({ calls }: RankedEstimate): string {
  return eachOfItsOwn(ENGLISH, areRequests(calls));
}

function rangeText({ count, price }: RankedEstimate, money: (amount: Money) => string): string {
  if (count.method === 'exact' || price.kind === 'unpriced') return '';
  return `${money(price.low)} - ${money(price.high)}`;
}

function sideText(
  { count, price, scenario }: RankedEstimate,
  side: 'input' | 'output',
  money: (amount: Money) => string,
): string {
  if (price.kind === 'unpriced') return '-';
  const mark = isFromText(side, scenario) ? estimateMark(count) : '';
  return mark + money(price.expected[side]);
}

function noteText(
  row: RankedEstimate,
  { currency, budgets = NO_BUDGETS, asksCaching }: TextTableOptions,
): string {
  const { count, price, scenario } = row;
  const words = { ...ENGLISH, currency };
  const notes = estimateNotes(words, row, { safe: visibleText, asksCaching });
  if (price.kind === 'unpriced') return notes.join(', ');
  const overruns = overrunsOf(row, budgets).map((overrun) =>
    describeOverrun(words, overrun, count, scenario),
  );
  return [...overruns, ...notes, ...volumeText(row, price, currency)].join(', ');
}

function volumeText(
  { count, scenario }: RankedEstimate,
  { perDay, perMonth }: Priced,
  currency: Currency | undefined,
): readonly string[] {
  if (scenario.callsPerDay === 1) return [];
  const cost = (amount: Money): string => estimateMark(count) + formatMoney(amount, currency);
  return [aDay(ENGLISH, cost(perDay.expected)), aMonth(ENGLISH, cost(perMonth.expected))];
}
