import { estimateMark } from '../tokens/tokenCount';
import { layOutCosts, type CostChart, type CostLine } from '../charts/costs';
import { diamondPath, plotShapes, roundPixels } from '../charts/plot';
import type { ChartScale, ScaleKind } from '../charts/scale';
import { answersOf, priceDays, type ExportedLine } from './report';
import { formatUsd } from '../figures/formats';
import { formatTicks } from '../figures/ticks';
import { PART_LINES, type PartName } from '../charts/partNames';
import type { Estimate } from '../estimate/estimate';
import { canBeBought } from '../estimate/ranking';
import { isStale } from '../pricing/staleness';
import { disagreements } from '../pricing/trust';
import type { ExportSentences } from './sentences';
import type { Scenario } from '../scenario/scenario';
import { shorten, visibleText } from '../figures/visibleText';

export interface SvgReport {
  readonly version: string;
  readonly atMs: number;
  readonly scenario: Scenario;
  /** The subject, for the title. */
  readonly subject: string;
  /** The rows in the order of the bars. */
  readonly rows: readonly Estimate[];
  /** Models that the price table has beside these rows; undefined: not known. */
  readonly moreModels?: number | undefined;
  readonly scale: ScaleKind;
  /** Id of the user's model. */
  readonly yourId: string;
  /** Undefined: the default. */
  readonly staleAfterDays?: number;
  /** Lines of files of requests that are none. */
  readonly badLines?: readonly ExportedLine[] | undefined;
}

/** Without names that need more room. */
const LEAST_LABEL_WIDTH = 330;
const AMOUNT_WIDTH = 110;
const MARGIN = 24;
const LINE = 24;
const BAR = 16;
const PLOT_WIDTH = 472;
const LABEL_GAP = 12;
/** A name is whole, because two long ones may differ at the end; this ends only what no reader would call a name. */
const MAX_NAME_CHARACTERS = 200;

/** Lines that are no requests and are named. */
const MAX_LINES = 3;

/** Colours with enough contrast on white. */
const COLORS: Readonly<Record<PartName, string>> = {
  input: '#1a6fb5',
  cachedInput: '#7fb2dd',
  cacheWrite: '#6b52a8',
  requestFee: '#6f6f6f',
  output: '#c2571a',
  reasoning: '#a33b5e',
};
const INK = '#1f1f1f';
const MUTED = '#595959';
const SMALL = `font-size="11" fill="${MUTED}"`;

/** The chart of costs as an SVG file with its assumptions and dates, on white. */
export function exportSvg(report: SvgReport, say: ExportSentences): string {
  const { rows, scale } = report;
  const chart = layOutCosts(rows, scale, 6);
  const top = MARGIN + 4 * LINE;
  const bottom = top + rows.length * LINE;
  const notes = [...rowNotes(report, say), ...lineNotes(report, say)];
  const columns = columnsOf(report, say);
  const height = bottom + (2 + notes.length) * LINE + MARGIN;
  const width = Math.max(columns.right + MARGIN, ...lineWidths(report, notes, say));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="${INK}">`,
    `<title>${escapeXml(say.title(report.subject))}</title>`,
    patterns(chart.parts),
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    heading(report, say),
    legend(chart.parts, MARGIN + 3 * LINE, say),
    rows.length === 0 ? text(MARGIN, bottom, say.noneCharted) : axis(chart, columns, bottom),
    ...chart.lines.map((line, index) =>
      costLine(line, chart.scale, columns, top + index * LINE, report, say),
    ),
    ...notes.map((note, index) => text(MARGIN, bottom + (2 + index) * LINE, note, SMALL)),
    text(MARGIN, bottom + (2 + notes.length) * LINE, footnote(report, say), SMALL),
    '</svg>\n',
  ].join('\n');
}

/** Where the plot begins, and where the amounts end. */
interface Columns {
  readonly plotLeft: number;
  readonly right: number;
}

function columnsOf(report: SvgReport, say: ExportSentences): Columns {
  const widths = report.rows.map((row) => widthOf(labelOf(row, report, say), 13) + LABEL_GAP);
  const plotLeft = MARGIN + Math.max(LEAST_LABEL_WIDTH, ...widths);
  return { plotLeft, right: plotLeft + PLOT_WIDTH + AMOUNT_WIDTH };
}

/** The widths that the lines of text above and below the chart need. */
function lineWidths(
  report: SvgReport,
  notes: readonly string[],
  say: ExportSentences,
): readonly number[] {
  const small = [...notes, footnote(report, say)].map((line) => widthOf(line, 11));
  const title = widthOf(say.title(report.subject), 18);
  const assumptions = widthOf(assumptionsOf(report, say), 13);
  return [title, assumptions, ...small].map((width) => width + 2 * MARGIN);
}

/** An upper limit in pixels, as the font is the reader's: letters, then characters of Asian scripts. */
function widthOf(line: string, fontPx: number): number {
  const ems = Array.from(visibleText(line)).map((each) => (each >= '\u2e80' ? 1 : 0.62));
  return Math.ceil(ems.reduce((sum, em) => sum + em, 0) * fontPx);
}

function patterns(parts: readonly PartName[]): string {
  const all = parts.map((part) => {
    const lines = PART_LINES[part];
    const path = lines === undefined ? '' : `<path d="${lines}" stroke="#ffffff" fill="none"/>`;
    return `<pattern id="${part}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${COLORS[part]}"/>${path}</pattern>`;
  });
  return `<defs>${all.join('')}</defs>`;
}

function heading(report: SvgReport, say: ExportSentences): string {
  const large = 'font-size="18" font-weight="600"';
  const title = text(MARGIN, MARGIN + 16, say.title(report.subject), large);
  const assumptions = assumptionsOf(report, say);
  return title + text(MARGIN, MARGIN + 2 * LINE - 8, assumptions, `fill="${MUTED}"`);
}

function assumptionsOf({ scenario, rows }: SvgReport, say: ExportSentences): string {
  return say.assumptions(scenario, answersOf({ rows })).join(' · ');
}

function legend(parts: readonly PartName[], y: number, say: ExportSentences): string {
  return parts
    .map((part, index) => {
      const x = MARGIN + index * 140;
      const swatch = `<rect x="${x}" y="${y - 12}" width="14" height="14" fill="url(#${part})"/>`;
      return swatch + text(x + 20, y, say.part(part));
    })
    .join('');
}

function axis({ scale }: CostChart, { plotLeft }: Columns, bottom: number): string {
  const labels = formatTicks(scale.ticks, { isLinear: scale.kind === 'linear' });
  return scale.ticks
    .map((tick, index) => {
      const x = roundPixels(plotLeft + scale.place(tick) * PLOT_WIDTH);
      return text(x, bottom + 18, labels[index] ?? '', `text-anchor="middle" fill="${MUTED}"`);
    })
    .join('');
}

function costLine(
  line: CostLine,
  scale: ChartScale,
  { plotLeft, right }: Columns,
  y: number,
  report: SvgReport,
  say: ExportSentences,
): string {
  const { row } = line;
  const isYours = row.model.id === report.yourId;
  const baseline = y + LINE / 2 + 4;
  const weight = isYours ? ' font-weight="600"' : '';
  const name = labelOf(row, report, say);
  const label = text(plotLeft - LABEL_GAP, baseline, name, `text-anchor="end"${weight}`);
  const amount = text(right, baseline, amountOf(row, say), 'text-anchor="end"');
  return `${label}<g transform="translate(${plotLeft} ${y})">${plot(line, scale, isYours)}</g>${amount}`;
}

function labelOf({ model }: Estimate, { yourId }: SvgReport, say: ExportSentences): string {
  const mark = model.id === yourId ? ` (${say.yours})` : '';
  return shorten(model.name, MAX_NAME_CHARACTERS) + mark;
}

function plot(line: CostLine, scale: ChartScale, isYours: boolean): string {
  const size = { width: PLOT_WIDTH, height: LINE, barHeight: BAR };
  const { gridlines, segments, guide, band, dot } = plotShapes(line, scale, size);
  return [
    ...gridlines.map((path) => `<path d="${path}" stroke="#d9d9d9"/>`),
    guide && `<path d="${guide}" stroke="${MUTED}" stroke-dasharray="1 4"/>`,
    ...segments.map(
      ({ part, x, y, width, height }) =>
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#${part})"/>`,
    ),
    band && `<path d="${band}" stroke="${INK}" fill="none"/>`,
    dot && (isYours ? diamond(dot) : circle(dot)),
  ]
    .filter((shape) => shape !== undefined)
    .join('');
}

type Dot = Parameters<typeof diamondPath>[0];

function circle({ x, y, radius }: Dot): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${COLORS.input}"/>`;
}

function diamond(dot: Dot): string {
  return `<path d="${diamondPath(dot)}" fill="${INK}"/>`;
}

function amountOf({ count, price }: Estimate, say: ExportSentences): string {
  if (price.kind === 'unpriced') return say.noPrice;
  return estimateMark(count) + formatUsd(price.expected.total);
}

/** A line for each row that cannot be bought, or whose price is old or disputed. */
function rowNotes({ rows, staleAfterDays }: SvgReport, say: ExportSentences): readonly string[] {
  const options = { currency: undefined, safe: visibleText, staleAfterDays };
  const isDoubtful = ({ price, atMs }: Estimate): boolean =>
    price.kind === 'priced' &&
    (isStale(price.applied.period.source, atMs, staleAfterDays) ||
      disagreements(price.applied.period).length > 0);
  return rows
    .filter((row) => !canBeBought(row) || isDoubtful(row))
    .map((row) => `${row.model.name}: ${say.notes(row, options).join(', ')}`);
}

/** That lines of a file are no requests: how many, and the first of them. */
function lineNotes({ badLines: lines = [] }: SvgReport, say: ExportSentences): readonly string[] {
  if (lines.length === 0) return [];
  const first = lines
    .slice(0, MAX_LINES)
    .map(({ path, line, reason }) => `${path}:${line} ${say.whyBadLine(reason)}`);
  return [
    `${say.badLines(lines.length)}: ${[...first, ...(lines.length > MAX_LINES ? ['…'] : [])].join('; ')}`,
  ];
}

function footnote(
  { version, atMs, rows, moreModels = 0, scale }: SvgReport,
  say: ExportSentences,
): string {
  const facts = [
    moreModels > 0 ? say.modelsShown(rows.length, rows.length + moreModels) : undefined,
    say.estimates('chart'),
    scale === 'log' ? say.logarithmic : undefined,
    ...say.priceDays(priceDays(rows)),
    say.pricedFor(new Date(atMs).toISOString()),
    `API Spend ${version}`,
  ];
  return facts.filter((fact) => fact !== undefined).join(' · ');
}

function text(x: number, y: number, content: string, attributes = ''): string {
  const space = attributes === '' ? '' : ' ';
  return `<text x="${x}" y="${y}"${space}${attributes}>${escapeXml(content)}</text>`;
}

function escapeXml(content: string): string {
  return visibleText(content)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
