import type { Money } from '../pricing/money';
import { isStale } from '../pricing/staleness';
import { estimateMark } from '../tokens/tokenCount';
import { describeCurrency, type Currency } from '../figures/currency';
import { countingSources } from './countingSources';
import { escapeMarkdown } from '../figures/escapeMarkdown';
import { checkedDays, type ExportReport, type FileEstimates } from './report';
import { formatMoney, formatShare, formatTimes, formatTokens } from '../figures/formats';
import type { ExportSentences } from './sentences';
import {
  compareRows,
  estimateFiles,
  examplePrice,
  makeRow,
  timesOf,
  type ReportRow,
} from '../estimate/row';
import { visibleText } from '../figures/visibleText';

/** Files that a pull request's comment lists one by one; the sums hold all of them. */
const MAX_FILES = 50;

export interface MarkdownReport extends ExportReport {
  /** The model that others are compared with, and that prices the list of files; else the cheapest. */
  readonly baselineId: string;
  /** Undefined: amounts are in US dollars. */
  readonly currency?: Currency | undefined;
  /** Models that come first, in this order. */
  readonly pinnedIds?: readonly string[] | undefined;
  /** Prices that were checked longer ago are marked; undefined: none is. */
  readonly staleAfterDays?: number | undefined;
}

type FormatAmount = (amount: Money) => string;

/** The report as Markdown, ready for a pull request: a table of models, for several files one of files too. */
export function exportMarkdown(report: MarkdownReport, say: ExportSentences): string {
  const sorted = rowsOf(report).toSorted(compareRows);
  const baseline =
    sorted.find(({ model }) => model.id === report.baselineId) ?? sorted.find(isSold) ?? sorted[0];
  const rows = pinnedFirst(sorted, report.pinnedIds ?? []);
  const money: FormatAmount = (amount) => formatMoney(amount, report.currency);
  const sections = [
    `### ${say.title(subjectText(report, say))}`,
    `${say.assumptions(report.scenario).join(' · ')}.`,
    modelTable(report, rows, baseline, money, say),
    ...(report.files.length > 1 && baseline ? [fileTable(report.files, baseline, money, say)] : []),
    countingList(rows, say),
    footnote(report, rows, say),
  ];
  return `${sections.join('\n\n')}\n`;
}

function rowsOf({ files, scenario, atMs }: ExportReport): readonly ReportRow[] {
  return (files[0]?.estimates ?? []).map(({ model }, index) => {
    const counts = files.flatMap(({ estimates }) => estimates[index]?.count ?? []);
    return makeRow(model, counts, scenario, atMs);
  });
}

function isSold({ price }: ReportRow): boolean {
  return price.kind === 'priced' && !price.example.applied.retired;
}

function pinnedFirst(rows: readonly ReportRow[], ids: readonly string[]): readonly ReportRow[] {
  const pinned = ids.flatMap((id) => rows.filter(({ model }) => model.id === id));
  return [...pinned, ...rows.filter((row) => !pinned.includes(row))];
}

function subjectText({ files, scenario }: ExportReport, say: ExportSentences): string {
  const [first] = files;
  return files.length === 1 && first
    ? code(first.path)
    : say.callsOnFiles(files.length, (scenario.conversationTurns ?? 1) > 1);
}

function modelTable(
  report: MarkdownReport,
  rows: readonly ReportRow[],
  baseline: ReportRow | undefined,
  money: FormatAmount,
  say: ExportSentences,
): string {
  const times = baseline ? `× ${code(baseline.model.id)}` : '×';
  const columns = ['model', 'tokens', 'cost', 'range', 'month', 'context'] as const;
  const headings = [...columns.map(say.column), times, say.column('checked'), say.column('note')];
  const lines = rows.map((row) => {
    const times = timesOf(row, baseline);
    const mark = estimateMark(row.count);
    return [
      code(row.model.id),
      say.count(row.count),
      ...priceCells(row, mark, money, say),
      row.contextShare === undefined ? '' : formatShare(row.contextShare),
      times === undefined ? '' : `${formatTimes(times)}×`,
      ...noteCells(row, report, say),
    ];
  });
  return table(headings, [0, 7, 8], lines);
}

function priceCells(
  { price }: ReportRow,
  mark: string,
  money: FormatAmount,
  say: ExportSentences,
): readonly string[] {
  if (price.kind === 'unpriced') return [say.noPrice, '', ''];
  const { total, low, high, perMonth } = price;
  const range = mark === '' ? '' : `${money(low)} – ${money(high)}`;
  return [mark + money(total), range, mark + money(perMonth)];
}

function noteCells(
  { model, price, fits, atMs }: ReportRow,
  { pinnedIds = [], staleAfterDays = Infinity }: MarkdownReport,
  say: ExportSentences,
): readonly string[] {
  const isNear = model.tokenizer.accuracy === 'near-exact';
  const count = [
    ...(isNear ? [say.note('nearExact')] : []),
    ...(pinnedIds.includes(model.id) ? [say.note('pinned')] : []),
  ];
  if (price.kind === 'unpriced') {
    return ['', [say.reason(price.reason), ...count].join(', ')];
  }
  const { applied } = price.example;
  const { source } = applied.period;
  const notes = [
    !fits && say.note('misfit'),
    applied.retired && say.note('retired'),
    source.origin === 'user' && say.note('ownPrice'),
    isStale(source, atMs, staleAfterDays) && say.note('oldPrice'),
    ...count,
  ];
  const day = source.url === '' ? source.checked : `[${source.checked}](${link(source.url)})`;
  return [day, notes.filter((note) => note !== false).join(', ')];
}

function fileTable(
  files: readonly FileEstimates[],
  baseline: ReportRow,
  money: FormatAmount,
  say: ExportSentences,
): string {
  const estimates = estimateFiles(baseline);
  const sorted = files
    .map(({ path }, index) => ({ path, estimate: estimates[index] }))
    .toSorted((a, b) => (b.estimate?.count.tokens ?? 0) - (a.estimate?.count.tokens ?? 0));
  const { count, price } = baseline;
  const mark = estimateMark(count);
  const lines = sorted
    .slice(0, MAX_FILES)
    .map(({ path, estimate }) => [
      code(path),
      mark + formatTokens(estimate?.count.tokens ?? 0),
      estimate?.price.kind === 'priced' ? mark + money(estimate.price.expected.total) : say.noPrice,
    ]);
  const left = files.length - lines.length;
  const total = price.kind === 'priced' ? mark + money(price.total) : say.noPrice;
  const sum = [`**${say.allFiles(files.length)}**`, say.count(count), total];
  const rest = left > 0 ? [[say.smallerFiles(left), '', '']] : [];
  const headings = [
    say.column('file'),
    say.column('tokens'),
    say.costWith(code(baseline.model.id)),
  ];
  return table(headings, [0], [...lines, ...rest, sum]);
}

/** How each model's tokens are counted, out of the way until somebody asks. */
function countingList(rows: readonly ReportRow[], say: ExportSentences): string {
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
  rows: readonly ReportRow[],
  say: ExportSentences,
): string {
  const days = checkedDays(rows.map(examplePrice));
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

/** A table; all columns but the named ones are numbers. */
function table(
  headings: readonly string[],
  textColumns: readonly number[],
  lines: readonly (readonly string[])[],
): string {
  const rule = headings.map((_, column) => (textColumns.includes(column) ? ':--' : '--:'));
  return [headings, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
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
