import type { Money } from '../pricing/money';
import { isStale } from '../pricing/staleness';
import { estimateMark } from '../tokens/tokenCount';
import { describeCurrency, type Currency } from '../figures/currency';
import { countingSources, formatCount } from './describeCounting';
import { escapeMarkdown } from '../figures/escapeMarkdown';
import { checkedDays, type ExportReport, type FileEstimates } from './report';
import { formatMoney, formatShare, formatTimes, formatTokens } from '../figures/formats';
import { DAYS_PER_MONTH } from '../estimate/projection';
import { NO_PRICE_SENTENCES } from './reasons';
import {
  compareRows,
  estimateFiles,
  examplePrice,
  makeRow,
  timesOf,
  type ReportRow,
} from '../estimate/row';
import { describeScenario } from '../scenario/text';
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
export function exportMarkdown(report: MarkdownReport): string {
  const sorted = rowsOf(report).toSorted(compareRows);
  const baseline =
    sorted.find(({ model }) => model.id === report.baselineId) ?? sorted.find(isSold) ?? sorted[0];
  const rows = pinnedFirst(sorted, report.pinnedIds ?? []);
  const money: FormatAmount = (amount) => formatMoney(amount, report.currency);
  const sections = [
    `### What ${subjectText(report)} costs`,
    `${describeScenario(report.scenario).join(' · ')}.`,
    modelTable(report, rows, baseline, money),
    ...(report.files.length > 1 && baseline ? [fileTable(report.files, baseline, money)] : []),
    countingList(rows),
    footnote(report, rows),
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

function subjectText({ files, scenario }: ExportReport): string {
  const [first] = files;
  const unit = (scenario.conversationTurns ?? 1) > 1 ? 'one conversation' : 'one call';
  return files.length === 1 && first
    ? code(first.path)
    : `${unit} for each of ${formatTokens(files.length)} files`;
}

function modelTable(
  report: MarkdownReport,
  rows: readonly ReportRow[],
  baseline: ReportRow | undefined,
  money: FormatAmount,
): string {
  const times = baseline ? `× ${code(baseline.model.id)}` : '×';
  const costs = ['Tokens', 'Cost', 'Range', 'A month'];
  const headings = ['Model', ...costs, 'Context', times, 'Price checked', 'Note'];
  const lines = rows.map((row) => {
    const times = timesOf(row, baseline);
    const mark = estimateMark(row.count);
    return [
      code(row.model.id),
      formatCount(row.count),
      ...priceCells(row, mark, money),
      row.contextShare === undefined ? '' : formatShare(row.contextShare),
      times === undefined ? '' : `${timesText(times)}×`,
      ...noteCells(row, report),
    ];
  });
  return table(headings, [0, 7, 8], lines);
}

/** A multiple: 27.3, or 0.0024 where one decimal would say nothing. */
function timesText(times: number): string {
  return times === 0 || times >= 0.95 ? formatTimes(times) : String(Number(times.toPrecision(2)));
}

function priceCells({ price }: ReportRow, mark: string, money: FormatAmount): readonly string[] {
  if (price.kind === 'unpriced') return ['no price', '', ''];
  const { total, low, high, perMonth } = price;
  const range = mark === '' ? '' : `${money(low)} – ${money(high)}`;
  return [mark + money(total), range, mark + money(perMonth)];
}

function noteCells(
  { model, price, fits, atMs }: ReportRow,
  { pinnedIds = [], staleAfterDays = Infinity }: MarkdownReport,
): readonly string[] {
  const isNear = model.tokenizer.accuracy === 'near-exact';
  const count = [
    ...(isNear ? ['near-exact count'] : []),
    ...(pinnedIds.includes(model.id) ? ['pinned'] : []),
  ];
  if (price.kind === 'unpriced') {
    return ['', [NO_PRICE_SENTENCES[price.reason], ...count].join(', ')];
  }
  const { applied } = price.example;
  const { source } = applied.period;
  const notes = [
    !fits && 'does not fit the context window',
    applied.retired && 'no longer sold',
    source.origin === 'user' && 'your own price',
    isStale(source, atMs, staleAfterDays) && 'price checked long ago',
    ...count,
  ];
  const day = source.url === '' ? source.checked : `[${source.checked}](${link(source.url)})`;
  return [day, notes.filter((note) => note !== false).join(', ')];
}

function fileTable(
  files: readonly FileEstimates[],
  baseline: ReportRow,
  money: FormatAmount,
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
      estimate?.price.kind === 'priced' ? mark + money(estimate.price.expected.total) : 'no price',
    ]);
  const left = files.length - lines.length;
  const total = price.kind === 'priced' ? mark + money(price.total) : 'no price';
  const sum = [`**All ${formatTokens(files.length)} files**`, formatCount(count), total];
  const rest = left > 0 ? [[`… and ${formatTokens(left)} smaller files`, '', '']] : [];
  const heading = `Cost with ${code(baseline.model.id)}`;
  return table(['File', 'Tokens', heading], [0], [...lines, ...rest, sum]);
}

/** How each model's tokens are counted, out of the way until somebody asks. */
function countingList(rows: readonly ReportRow[]): string {
  const items = countingSources(rows.map(({ model }) => model)).map(
    ({ ids, counting }) =>
      `- ${ids.map(code).join(', ')}: ${escapeMarkdown(visibleText(counting))}`,
  );
  return [
    '<details><summary>How the tokens are counted</summary>',
    items.join('\n'),
    '</details>',
  ].join('\n\n');
}

function footnote({ version, atMs, currency }: MarkdownReport, rows: readonly ReportRow[]): string {
  const days = checkedDays(rows.map(examplePrice));
  const time = `${new Date(atMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const facts = [
    '≈ estimated count, the range covers its error; other counts are exact, or near-exact where noted',
    `a month has ${DAYS_PER_MONTH} days`,
    days &&
      `prices checked ${days.first === days.last ? days.first : `${days.first} to ${days.last}`}`,
    currency && describeCurrency(currency),
    `priced for ${time}`,
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
