import { isNearLimit } from '../estimate/contextFit';
import type { Estimate, Priced } from '../estimate/estimate';
import { timesMark, timesOf, type RankedEstimate } from '../estimate/ranking';
import { isFromText } from '../estimate/isFromText';
import { escapeMarkdown } from '../figures/escapeMarkdown';
import { formatMultiple, formatShare } from '../figures/formats';
import { visibleText } from '../figures/visibleText';
import type { Money } from '../pricing/money';
import { estimateMark } from '../tokens/tokenCount';
import type { ExportSentences } from './sentences';
import { alignedTable, codeCell, link, type FormatAmount } from './markdownCells';
import type { MarkdownReport } from './markdownReport';

/** A column of the table; left out if it is empty in every row. */
interface Column {
  readonly heading: string;
  readonly isText?: boolean;
  readonly cell: (row: RankedEstimate) => string;
}

/** Tokens and costs of all models, in the order of the rows. */
export function modelTable(
  report: MarkdownReport,
  rows: readonly RankedEstimate[],
  baseline: Estimate | undefined,
  money: FormatAmount,
  say: ExportSentences,
): string {
  const columns: readonly Column[] = [
    {
      heading: say.column('model'),
      isText: true,
      cell: ({ model, shares }) =>
        shares ? say.ownModels(report.requests !== undefined) : codeCell(model.id),
    },
    { heading: say.column('tokens'), cell: ({ count }) => say.count(count) },
    ...costColumns(report, money, say),
    {
      heading: say.column('context'),
      cell: ({ fit }) =>
        fit.taken === undefined || !isNearLimit(fit) ? '' : formatShare(fit.taken),
    },
    {
      heading: baseline && !baseline.shares ? `× ${codeCell(baseline.model.id)}` : '×',
      cell: (row) => {
        const isChosen = baseline?.model.id === report.baselineId;
        const times = isChosen ? timesOf(row, baseline) : row.timesCheapest;
        const mark = isChosen ? timesMark(row, baseline) : row.timesMark;
        return times === undefined ? '' : mark + formatMultiple(times);
      },
    },
    { heading: say.column('source'), isText: true, cell: (row) => originText(row, say) },
    { heading: say.column('note'), isText: true, cell: (row) => notesText(row, report, say) },
  ];
  return table(columns, rows);
}

function costColumns(
  { scenario }: MarkdownReport,
  money: FormatAmount,
  say: ExportSentences,
): readonly Column[] {
  const callsPerDay = scenario.callsPerDay ?? 1;
  const amount = (row: Estimate, read: (price: Priced) => Money | undefined): string => {
    const cost = row.price.kind === 'priced' ? read(row.price) : undefined;
    return cost ? estimateMark(row.count) + money(cost) : '';
  };
  const side = (row: Estimate, name: 'input' | 'output'): string => {
    if (row.price.kind === 'unpriced') return '';
    const mark = isFromText(name, row.scenario) ? estimateMark(row.count) : '';
    return mark + money(row.price.expected[name]);
  };
  return [
    { heading: say.column('input'), cell: (row) => side(row, 'input') },
    { heading: say.column('output'), cell: (row) => side(row, 'output') },
    {
      heading: say.column('cost'),
      cell: (row) => amount(row, ({ expected }) => expected.total) || say.noPrice,
    },
    { heading: say.column('range'), cell: (row) => rangeText(row, money) },
    ...(callsPerDay === 1
      ? []
      : [
          {
            heading: say.column('day'),
            cell: (row: Estimate) => amount(row, ({ perDay }) => perDay.expected),
          },
        ]),
    {
      heading: say.column('month'),
      cell: (row) => amount(row, ({ perMonth }) => perMonth.expected),
    },
  ];
}

function rangeText({ count, price }: Estimate, money: FormatAmount): string {
  if (count.method === 'exact' || price.kind === 'unpriced') return '';
  return `${money(price.low)} – ${money(price.high)}`;
}

function originText({ price }: Estimate, say: ExportSentences): string {
  if (price.kind === 'unpriced') return '';
  const { period } = price.applied;
  const origin = say.origin(period);
  return origin === '' ? '' : `[${origin}](${link(period.source.url)})`;
}

function notesText(row: Estimate, report: MarkdownReport, say: ExportSentences): string {
  const safe = (name: string): string => escapeMarkdown(visibleText(name));
  const { userId, pinnedIds = [], staleAfterDays, currency, asksCaching } = report;
  const { id } = row.model;
  return [
    ...say.notes(row, { safe, staleAfterDays, currency, asksCaching }),
    // Why the row stands above cheaper ones.
    ...(id === userId ? [say.inUse] : []),
    ...(pinnedIds.includes(id) ? [say.pinned] : []),
  ].join(', ');
}

function table(columns: readonly Column[], rows: readonly RankedEstimate[]): string {
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
  const isFilled = columns.map((_, index) => cells.some((line) => line[index] !== ''));
  const keep = <T>(line: readonly T[]): T[] => line.filter((_, index) => isFilled[index] ?? false);
  return alignedTable(
    keep(columns.map(({ heading }) => heading)),
    keep(columns.map(({ isText = false }) => isText)),
    cells.map(keep),
  );
}
