import type { LineFrame } from '../../../../core/charts/lines';
import { makeRange, makeSpan, type ChartScale } from '../../../../core/charts/scale';
import { showNumber, showShares } from '../../../../wording/numbers';
import type { Words } from '../../../../wording/words';
import type { Curves } from '../../../figures/curves';
import type { Room } from '../useRoom';
import { labelsFit, MAX_TICKS } from '../ticks';

/** Above the lines, for the assumption; below them, for the numbers and the name of the axis. */
export const TOP = 22;
export const BOTTOM = 40;
export const MAX_ROWS = 5;

interface Tick {
  readonly label: string;
  /** In pixels from the left or the top. */
  readonly at: number;
}

/** The axes of a picture of lines, in pixels. */
export interface Frame extends LineFrame {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

interface Size {
  readonly right: number;
  readonly height: number;
}

/**
 * The logarithmic axis shows the crossings at small numbers and at large ones; the other one, the cost in percent of that
 * on the user's model, shows by how much.
 */
export function frameOf(words: Words, curves: Curves, room: Room, size: Size): Frame {
  const all = curves.curves.flatMap(({ points }) => points.map(({ times }) => times));
  const scale = makeRange(all, MAX_ROWS);
  const { span } = curves;
  return layOutFrame(
    words,
    { scale, labels: showShares(words, scale.ticks) },
    room,
    size,
    (ticks) => makeSpan(span.from, span.to, ticks),
  );
}

/** A vertical scale, with the labels of its ticks. */
interface Labelled {
  readonly scale: ChartScale;
  readonly labels: readonly string[];
}

/** @param xScaleOf the horizontal scale with at most so many ticks. */
export function layOutFrame(
  words: Words,
  { scale: yScale, labels: yLabels }: Labelled,
  room: Room,
  { right, height }: Size,
  xScaleOf: (ticks: number) => ChartScale,
): Frame {
  const left = Math.ceil(Math.max(...yLabels.map(room.textWidth))) + 10;
  const bottom = height - BOTTOM;
  const y = (value: number): number => bottom - yScale.place(value) * (bottom - TOP);
  const xScale = withRoom(words, xScaleOf, room, right - left);
  const x = (value: number): number => left + xScale.place(value) * (right - left);
  return {
    x,
    y,
    left,
    right,
    bottom,
    xTicks: ticksOf(
      xScale,
      xScale.ticks.map((tick) => showNumber(words, tick)),
      x,
    ),
    yTicks: ticksOf(yScale, yLabels, y),
  };
}

function ticksOf(
  { ticks }: ChartScale,
  labels: readonly string[],
  place: (value: number) => number,
): readonly Tick[] {
  return ticks.map((tick, index) => ({ label: labels[index] ?? '', at: place(tick) }));
}

/** With as many ticks as have room for their labels. */
function withRoom(
  words: Words,
  scaleOf: (ticks: number) => ChartScale,
  { textWidth }: Room,
  width: number,
): ChartScale {
  for (let ticks = MAX_TICKS; ticks > 1; ticks--) {
    const scale = scaleOf(ticks);
    const labels = scale.ticks.map((tick) => showNumber(words, tick));
    if (labelsFit(scale, labels, width, textWidth)) return scale;
  }
  return scaleOf(1);
}
