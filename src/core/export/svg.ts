import { estimateMark } from '../tokens/tokenCount';
import { layOutCosts, type CostChart, type CostLine } from '../charts/costs';
import { diamondPath, plotShapes, roundPixels } from '../charts/plot';
import type { ChartScale, ScaleKind } from '../charts/scale';
import { priceDays } from './report';
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
}

const WIDTH = 960;
const LABEL_WIDTH = 330;
const AMOUNT_WIDTH = 110;
const MARGIN = 24;
const LINE = 24;
const BAR = 16;
const PLOT_WIDTH = WIDTH - 2 * MARGIN - LABEL_WIDTH - AMOUNT_WIDTH;
const PLOT_LEFT = MARGIN + LABEL_WIDTH;
/** Longest label in characters; longer ones are cut. */
const MAX_LABEL_CHARACTERS = 46;

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
  const notes = rowNotes(report, say);
  const height = bottom + (2 + notes.length) * LINE + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="${INK}">`,
    `<title>${escapeXml(say.title(report.subject))}</title>`,
    patterns(chart.parts),
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    heading(report, say),
    legend(chart.parts, MARGIN + 3 * LINE, say),
    rows.length === 0 ? text(MARGIN, bottom, say.noneCharted) : axis(chart, bottom),
    ...chart.lines.map((line, index) =>
      costLine(line, chart.scale, top + index * LINE, report, say),
    ),
    ...notes.map((note, index) => text(MARGIN, bottom + (2 + index) * LINE, note, SMALL)),
    footnote(report, bottom + (2 + notes.length) * LINE, say),
    '</svg>\n',
  ].join('\n');
}

function patterns(parts: readonly PartName[]): string {
  const all = parts.map((part) => {
    const lines = PART_LINES[part];
    const path = lines === undefined ? '' : `<path d="${lines}" stroke="#ffffff" fill="none"/>`;
    return `<pattern id="${part}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${COLORS[part]}"/>${path}</pattern>`;
  });
  return `<defs>${all.join('')}</defs>`;
}

function heading({ subject, scenario }: SvgReport, say: ExportSentences): string {
  const title = text(MARGIN, MARGIN + 16, say.title(subject), 'font-size="18" font-weight="600"');
  const assumptions = say.assumptions(scenario).join(' · ');
  return title + text(MARGIN, MARGIN + 2 * LINE - 8, assumptions, `fill="${MUTED}"`);
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

function axis({ scale }: CostChart, bottom: number): string {
  const labels = formatTicks(scale.ticks, { isLinear: scale.kind === 'linear' });
  return scale.ticks
    .map((tick, index) => {
      const x = roundPixels(PLOT_LEFT + scale.place(tick) * PLOT_WIDTH);
      return text(x, bottom + 18, labels[index] ?? '', `text-anchor="middle" fill="${MUTED}"`);
    })
    .join('');
}

function costLine(
  line: CostLine,
  scale: ChartScale,
  y: number,
  { yourId }: SvgReport,
  say: ExportSentences,
): string {
  const { row } = line;
  const isYours = row.model.id === yourId;
  const baseline = y + LINE / 2 + 4;
  const mark = isYours ? ` (${say.yours})` : '';
  const name = shorten(row.model.name, MAX_LABEL_CHARACTERS - mark.length) + mark;
  const weight = isYours ? ' font-weight="600"' : '';
  const label = text(PLOT_LEFT - 12, baseline, name, `text-anchor="end"${weight}`);
  const amount = text(WIDTH - MARGIN, baseline, amountOf(row, say), 'text-anchor="end"');
  return `${label}<g transform="translate(${PLOT_LEFT} ${y})">${plot(line, scale, isYours)}</g>${amount}`;
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

function footnote(
  { version, atMs, rows, moreModels = 0, scale }: SvgReport,
  y: number,
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
  const line = facts.filter((fact) => fact !== undefined).join(' · ');
  return text(MARGIN, y, line, SMALL);
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
