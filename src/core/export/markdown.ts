import { markdownTable } from 'markdown-table';
import { estimateEach, type Estimate, type Priced } from '../estimate/estimate';
import { restsOnText } from '../estimate/restsOnText';
import {
  findCheapest,
  groupPinned,
  rankEstimates,
  timesOf,
  type RankedEstimate,
} from '../estimate/ranking';
import { describeCurrency, type Currency } from '../figures/currency';
import { escapeMarkdown } from '../figures/escapeMarkdown';
import { formatMoney, formatShare, formatTimes, formatTokens } from '../figures/formats';
import { visibleText } from '../figures/visibleText';
import type { Money } from '../pricing/money';
import { estimateMark } from '../tokens/tokenCount';
import { countingSources } from './countingSources';
import { checkedDays, type ExportReport } from './report';
import type { ExportSentences } from './sentences';

/** Files that a pull request's comment lists one by one; the sums hold all of them. */
const MAX_FILES = 50;

export interface MarkdownReport extends ExportReport {
  /** The model that others are compared with, and that prices the list of files; else the cheapest. */
  readonly baselineId: string;
  /** Undefined: amounts are in US dollars. */
  readonly currency?: Currency | undefined;
  /** Models that come first, in this order. */
  readonly pinnedIds?: readonly string[] | undefined;
}

type FormatAmount = (amount: Money) => string;

/** The report as Markdown, ready for a pull request: a table of models, for several files one of files too. */
export function exportMarkdown(report: MarkdownReport, say: ExportSentences): string {
  const ranked = rankEstimates(report.rows);
  const chosen = ranked.find(({ model }) => model.id === report.baselineId);
  const baseline = chosen ?? findCheapest(ranked);
  const { pinned, others } = groupPinned(ranked, report.pinnedIds ?? []);
  const rows = [...pinned, ...others];
  const money: FormatAmount = (amount) => formatMoney(amount, report.currency);
  const sections = [
    `### ${say.title(subjectText(report, say))}`,
    `${say.assumptions(report.scenario).join(' · ')}.`,
    modelTable(report, rows, baseline, money, say),
    ...(report.paths.length > 1 && baseline ? [fileTable(report.paths, baseline, money, say)] : []),
    countingList(rows, say),
    footnote(report, rows, say),
  ];
  return `${sections.join('\n\n')}\n`;
}

function subjectText({ paths, scenario }: ExportReport, say: ExportSentences): string {
  const [first] = paths;
  return paths.length === 1 && first !== undefined
    ? code(first)
    : say.callsOnFiles(paths.length, (scenario.conversationTurns ?? 1) > 1);
}

/** A column of the table of models; one that is empty in every row is left out. */
interface Column {
  readonly heading: string;
  readonly isText?: boolean;
  readonly cell: (row: RankedEstimate) => string;
}

function modelTable(
  report: MarkdownReport,
  rows: readonly RankedEstimate[],
  baseline: Estimate | undefined,
  money: FormatAmount,
  say: ExportSentences,
): string {
  const columns: readonly Column[] = [
    { heading: say.column('model'), isText: true, cell: ({ model }) => code(model.id) },
    { heading: say.column('tokens'), cell: ({ count }) => say.count(count) },
    ...costColumns(report, money, say),
    {
      heading: say.column('context'),
      cell: ({ fit }) => (fit.share === undefined ? '' : formatShare(fit.share)),
    },
    {
      heading: baseline ? `× ${code(baseline.model.id)}` : '×',
      cell: (row) => {
        const isChosen = baseline?.model.id === report.baselineId;
        const times = isChosen ? timesOf(row, baseline) : row.timesCheapest;
        return times === undefined ? '' : `${formatTimes(times)}×`;
      },
    },
    { heading: say.column('checked'), isText: true, cell: checkedText },
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
    const mark = restsOnText(name, row.scenario) ? estimateMark(row.count) : '';
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

function checkedText({ price }: Estimate): string {
  if (price.kind === 'unpriced') return '';
  const { checked, url } = price.applied.period.source;
  return url === '' ? checked : `[${checked}](${link(url)})`;
}

function notesText(row: Estimate, report: MarkdownReport, say: ExportSentences): string {
  const safe = (name: string): string => escapeMarkdown(visibleText(name));
  const { pinnedIds = [], staleAfterDays, currency } = report;
  const notes = say.notes(row, { safe, staleAfterDays, currency });
  return [...notes, ...(pinnedIds.includes(row.model.id) ? [say.pinned] : [])].join(', ');
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

/** @param isText whether each column is text, on the left; numbers are on the right. */
function alignedTable(
  headings: readonly string[],
  isText: readonly boolean[],
  lines: readonly (readonly string[])[],
): string {
  const align = isText.map((text) => (text ? 'left' : 'right'));
  return markdownTable([headings, ...lines], { align, alignDelimiters: false });
}

function fileTable(
  paths: readonly string[],
  baseline: Estimate,
  money: FormatAmount,
  say: ExportSentences,
): string {
  const { count, model } = baseline;
  const cost = (estimate: Estimate): string =>
    estimate.price.kind === 'priced'
      ? estimateMark(count) + money(estimate.price.expected.total)
      : say.noPrice;
  const lines = estimateEach(baseline)
    .map((estimate, index) => ({ path: paths[index] ?? '', estimate }))
    .toSorted((a, b) => b.estimate.count.tokens - a.estimate.count.tokens)
    .slice(0, MAX_FILES)
    .map(({ path, estimate }) => [
      code(path),
      estimateMark(count) + formatTokens(estimate.count.tokens),
      cost(estimate),
    ]);
  const left = paths.length - lines.length;
  const rest = left > 0 ? [[say.smallerFiles(left), '', '']] : [];
  const sum = [`**${say.allFiles(paths.length)}**`, say.count(count), cost(baseline)];
  const headings = [say.column('file'), say.column('tokens'), say.costWith(code(model.id))];
  return alignedTable(headings, [true, false, false], [...lines, ...rest, sum]);
}

/** How each model's tokens are counted, out of the way until somebody asks. */
function countingList(rows: readonly Estimate[], say: ExportSentences): string {
  const models = rows.map(({ model }) => model);
  const items = countingSources(models, say.counting).map(
    ({ ids, counting }) =>
      `- ${ids.map(code).join(', ')}: ${escapeMarkdown(visibleText(counting))}`,
  );
  return [
    `<details><summary>${say.countingHeading}</summary>`,
    items.join('\n'),
    '</details>',
  ].join('\n\n');
}

function footnote(
  { version, atMs, currency }: MarkdownReport,
  rows: readonly Estimate[],
  say: ExportSentences,
): string {
  const days = checkedDays(rows);
  const time = `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const facts = [
    say.estimates('table'),
    say.daysPerMonth,
    days && say.checkedDays(days),
    currency && describeCurrency(currency),
    say.pricedFor(time),
    `API Spend ${version}`,
  ];
  return `<sub>${facts.filter((fact) => fact !== undefined).join(' · ')}</sub>`;
}

/** Text from elsewhere as code: nothing hidden, no markup, and nobody is mentioned by it. */
function code(value: string): string {
  const visible = visibleText(value).replaceAll('|', String.raw`\|`);
  const longest = Math.max(0, ...[...visible.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^\s|\s$/.test(visible) || visible === '' ? ' ' : '';
  return `${fence}${pad}${visible}${pad}${fence}`;
}

/** An address inside a Markdown link. */
function link(url: string): string {
  return url.replaceAll(/[\s()|<>"'`\\]/g, (sign) =>
    encodeURIComponent(sign).replaceAll(/[()']/g, hex),
  );
}

function hex(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16)}`;
}
