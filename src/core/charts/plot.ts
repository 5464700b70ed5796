import type { CostBandPlace, CostLine } from './costs';
import type { PartName } from './partNames';
import type { ChartScale } from './scale';

/** Size of one line, in pixels. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
  readonly barHeight: number;
}

export interface SegmentShape {
  readonly part: PartName;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The shapes of one line, for the page and the SVG export. Strings are SVG paths. */
export interface PlotShapes {
  readonly gridlines: readonly string[];
  readonly segments: readonly SegmentShape[];
  /** A line across the plot, through the dot. */
  readonly guide: string | undefined;
  readonly band: string | undefined;
  readonly dot: { readonly x: number; readonly y: number; readonly radius: number } | undefined;
}

export const DOT_RADIUS = 4;

/** Half the height of the mark at an end of a band, in pixels. */
const END_MARK = 5;

export function plotShapes(
  { segments, dot, band }: CostLine,
  scale: ChartScale,
  size: PlotSize,
): PlotShapes {
  const { width, height, barHeight } = size;
  const middle = height / 2;
  return {
    gridlines: scale.ticks.map((tick) => `M${roundPixels(scale.place(tick) * width)} 0V${height}`),
    segments: segments.map(({ part, from, to }) => ({
      part,
      x: roundPixels(from * width),
      y: (height - barHeight) / 2,
      width: roundPixels((to - from) * width),
      height: barHeight,
    })),
    guide: dot === undefined ? undefined : `M0 ${middle}H${roundPixels(width)}`,
    band: band && bandPath(band, size),
    dot:
      dot === undefined
        ? undefined
        : { x: roundPixels(dot * width), y: middle, radius: DOT_RADIUS },
  };
}

/** A line from the low to the high end, with a mark at each end that is on the axis. */
function bandPath({ from, to, isOpen }: CostBandPlace, { width, height }: PlotSize): string {
  const middle = height / 2;
  const markAt = (place: number): string =>
    `M${roundPixels(place * width)} ${middle - END_MARK}v${2 * END_MARK}`;
  const line = `M${roundPixels(from * width)} ${middle}H${roundPixels(to * width)}`;
  return (isOpen ? '' : markAt(from)) + line + markAt(to);
}

/** A mark that differs from a dot in its form, not only in its colour. */
export function diamondPath({ x, y, radius }: NonNullable<PlotShapes['dot']>): string {
  const half = radius * 1.5;
  return `M${roundPixels(x - half)} ${y}l${half} ${-half}l${half} ${half}l${-half} ${half}Z`;
}

/** Rounds to 0.01 pixels, so that exports are the same on every machine. */
export function roundPixels(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
