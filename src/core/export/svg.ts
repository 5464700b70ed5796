import { estimateMark } from '../tokens/tokenCount';
import { layOutBars, type Bar, type BarChart } from '../charts/bars';
import type { ScaleKind } from '../charts/scale';
import { checkedDays } from './report';
import { formatUsd } from '../figures/formats';
import type { PartName } from '../charts/partNames';
import type { Estimate } from '../estimate/estimate';
import type { ExportSentences } from './sentences';
import type { Scenario } from '../scenario/scenario';
import { shorten, visibleText } from '../figures/visibleText';

export interface SvgReport {
  readonly version: string;
  readonly atMs: number;
  readonly scenario: Scenario;
  /** What is priced, for the title. */
  readonly subject: string;
  /** The bars, in their order. */
  readonly rows: readonly Estimate[];
  readonly scale: ScaleKind;
}

const WIDTH = 960;
const LABEL_WIDTH = 260;
const AMOUNT_WIDTH = 110;
const MARGIN = 24;
const LINE = 24;
const BAR = 16;
const PLOT_WIDTH = WIDTH - 2 * MARGIN - LABEL_WIDTH - AMOUNT_WIDTH;
const PLOT_LEFT = MARGIN + LABEL_WIDTH;
/** A character of a label is this wide on the average; longer labels are cut. */
const LABEL_CHARACTERS = 38;

/** Colours with enough contrast on white, each with lines that tell it from the others without colour. */
const PARTS: Readonly<Record<PartName, readonly [color: string, lines: string]>> = {
  input: ['#1a6fb5', ''],
  cachedInput: ['#7fb2dd', 'M0 4h8'],
  cacheWrite: ['#6b52a8', 'M0 4h8M4 0v8'],
  requestFee: ['#6f6f6f', 'M4 0v8'],
  output: ['#c2571a', 'M-2 2l4-4M0 8l8-8M6 10l4-4'],
  reasoning: ['#a33b5e', 'M-2 6l4 4M0 0l8 8M6-2l4 4'],
};

/** The bar chart as a picture of its own, with its assumptions and dates, on white paper. */
export function exportSvg(report: SvgReport, say: ExportSentences): string {
  const { rows, scale } = report;
  const chart = layOutBars(rows, scale, 6);
  const top = MARGIN + 4 * LINE;
  const bottom = top + rows.length * LINE;
  const height = bottom + 2 * LINE + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#1f1f1f">`,
    `<title>${escapeXml(say.title(report.subject))}</title>`,
    patterns(chart.parts),
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    heading(report, say),
    legend(chart.parts, MARGIN + 3 * LINE, say),
    gridlines(chart, top, bottom),
    ...chart.bars.map((bar, index) => barLine(bar, top + index * LINE, say)),
    footnote(report, bottom + 2 * LINE, say),
    '</svg>\n',
  ].join('\n');
}

function patterns(parts: readonly PartName[]): string {
  const all = parts.map((part) => {
    const [color, lines] = PARTS[part];
    const path = lines === '' ? '' : `<path d="${lines}" stroke="#ffffff" fill="none"/>`;
    return `<pattern id="${part}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${color}"/>${path}</pattern>`;
  });
  return `<defs>${all.join('')}</defs>`;
}

function heading({ subject, scenario }: SvgReport, say: ExportSentences): string {
  const title = text(MARGIN, MARGIN + 16, say.title(subject), 'font-size="18" font-weight="600"');
  const assumptions = say.assumptions(scenario).join(' · ');
  return title + text(MARGIN, MARGIN + 2 * LINE - 8, assumptions, 'fill="#595959"');
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

function gridlines({ scale }: BarChart, top: number, bottom: number): string {
  return scale.ticks
    .map((tick) => {
      const x = round(PLOT_LEFT + scale.place(tick) * PLOT_WIDTH);
      const line = `<path d="M${x} ${top}V${bottom}" stroke="#d9d9d9"/>`;
      const label = `$${Number(tick.toPrecision(12))}`;
      return line + text(x, bottom + 18, label, 'text-anchor="middle" fill="#595959"');
    })
    .join('');
}

function barLine({ row, segments, band }: Bar, y: number, say: ExportSentences): string {
  const middle = y + LINE / 2;
  const at = (share: number) => round(PLOT_LEFT + share * PLOT_WIDTH);
  const rects = segments.map(
    ({ part, from, to }) =>
      `<rect x="${at(from)}" y="${middle - BAR / 2}" width="${round((to - from) * PLOT_WIDTH)}" height="${BAR}" fill="url(#${part})"/>`,
  );
  const range = band
    ? `<path d="M${at(band.from)} ${middle - 4}v8M${at(band.from)} ${middle}H${at(band.to)}M${at(band.to)} ${middle - 4}v8" stroke="#1f1f1f" fill="none"/>`
    : '';
  const label = text(
    PLOT_LEFT - 12,
    middle + 4,
    shorten(row.model.id, LABEL_CHARACTERS),
    'text-anchor="end"',
  );
  const amount = text(WIDTH - MARGIN, middle + 4, amountOf(row, say), 'text-anchor="end"');
  return label + rects.join('') + range + amount;
}

function amountOf({ count, price }: Estimate, say: ExportSentences): string {
  if (price.kind === 'unpriced') return say.noPrice;
  return estimateMark(count) + formatUsd(price.expected.total);
}

function footnote(
  { version, atMs, rows, scale }: SvgReport,
  y: number,
  say: ExportSentences,
): string {
  const days = checkedDays(rows);
  const facts = [
    say.estimates('chart'),
    scale === 'log' ? say.logarithmic : undefined,
    days && say.checkedDays(days),
    say.pricedFor(new Date(atMs).toISOString()),
    `API Spend ${version}`,
  ];
  const line = facts.filter((fact) => fact !== undefined).join(' · ');
  return text(MARGIN, y, line, 'font-size="11" fill="#595959"');
}

function text(x: number, y: number, content: string, attributes = ''): string {
  const space = attributes === '' ? '' : ' ';
  return `<text x="${x}" y="${y}"${space}${attributes}>${escapeXml(content)}</text>`;
}

/** Hundredths of a pixel are enough, and the same everywhere. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escapeXml(content: string): string {
  return visibleText(content)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
