import { NO_BUDGETS, overrunsOf, type Budgets } from '../../core/estimate/budget';
import { areRequests } from '../../core/estimate/own/calls';
import { isNearLimit } from '../../core/estimate/contextFit';
import type { Priced } from '../../core/estimate/estimate';
import type { RankedEstimate } from '../../core/estimate/ranking';
import { isFromText } from '../../core/estimate/isFromText';
import { visibleText } from '../../core/figures/visibleText';
import type { Money } from '../../core/pricing/money';
import { estimateMark } from '../../core/tokens/tokenCount';
import { aDay, aMonth } from '../../wording/call';
import { partName, showCost } from '../../wording/cost';
import { describeCount } from '../../wording/count';
import { eachOfItsOwn } from '../../wording/models/names';
import { commas, sentences } from '../../wording/language/lists';
import { estimateNotes } from '../../wording/notes';
import { showMoney, showRatio, showShare } from '../../wording/numbers';
import { columnLabel, formulaLabel } from '../../wording/page/table';
import { tableHeading } from '../../wording/documents/terminal';
import { describeOverrun } from '../../wording/views/readout';
import { asSentence, type Words } from '../../wording/words';
import { renderColumns, type Column } from './columns';

export interface TextTableOptions {
  /** With the currency of the amounts. */
  readonly words: Words;
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
  const { words } = options;
  const money = (amount: Money): string => showMoney(words, amount);
  return [
    {
      heading: columnLabel(words, 'model', false),
      isText: true,
      cell: (row) => (row.shares ? ownModelsOf(words, row) : visibleText(row.model.id)),
    },
    {
      heading: columnLabel(words, 'tokens', false),
      cell: ({ count }) => describeCount(words, count),
    },
    { heading: partName(words, 'input'), cell: (row) => sideText(row, 'input', money) },
    { heading: partName(words, 'output'), cell: (row) => sideText(row, 'output', money) },
    {
      heading: tableHeading(words, 'total'),
      cell: ({ count, price }) =>
        price.kind === 'unpriced' ? '-' : estimateMark(count) + money(price.expected.total),
    },
    {
      heading: formulaLabel(words, 'range'),
      isOptional: true,
      cell: (row) => rangeText(row, money),
    },
    {
      heading: columnLabel(words, 'context', false),
      isOptional: true,
      cell: ({ fit }) =>
        fit.taken === undefined || !isNearLimit(fit) ? '' : showShare(words, fit.taken),
    },
    {
      heading: tableHeading(words, 'times'),
      cell: ({ timesCheapest, timesMark }) =>
        timesCheapest === undefined ? '-' : timesMark + showRatio(words, timesCheapest, 'x'),
    },
    { heading: '', isText: true, cell: (row) => noteText(row, options) },
  ];
}

function ownModelsOf(words: Words, { calls }: RankedEstimate): string {
  return eachOfItsOwn(words, areRequests(calls));
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
  { words, budgets = NO_BUDGETS, asksCaching }: TextTableOptions,
): string {
  const { count, price, scenario } = row;
  const notes = estimateNotes(words, row, { safe: visibleText, asksCaching });
  if (price.kind === 'unpriced') {
    // The reason is a whole sentence.
    const [reason = '', ...others] = notes;
    const rest = others.length === 0 ? [] : [asSentence(words, commas(words, others))];
    return sentences(words, [reason, ...rest]);
  }
  const overruns = overrunsOf(row, budgets).map((overrun) =>
    describeOverrun(words, overrun, count, scenario),
  );
  return commas(words, [...overruns, ...notes, ...volumeText(words, row, price)]);
}

function volumeText(
  words: Words,
  { count, scenario }: RankedEstimate,
  { perDay, perMonth }: Priced,
): readonly string[] {
  if (scenario.callsPerDay === 1) return [];
  const cost = (amount: Money): string => showCost(words, count, amount);
  return [aDay(words, cost(perDay.expected)), aMonth(words, cost(perMonth.expected))];
}
