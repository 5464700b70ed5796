import type { Model } from '../pricing/table/priceTable';
import type { CostCurve } from './curves';

/** A place in a picture, in pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A line of a picture with a label at its end. */
export interface PlacedLine {
  /** Several if their curves could not be told apart. */
  readonly models: readonly Model[];
  readonly points: readonly Pixel[];
  /** Height of the label, which is not always at the end of the line: labels do not overlap. */
  readonly labelY: number;
}

/** Functions from values to pixels, and the room for labels. */
export interface LineFrame {
  readonly x: (value: number) => number;
  readonly y: (usd: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly labelHeight: number;
}

/** Curves that are nowhere farther apart than this are one line, in pixels. */
const SAME_LINE = 1;

/** Curves without points are left out. */
export function layOutLines(curves: readonly CostCurve[], frame: LineFrame): readonly PlacedLine[] {
  const groups: { models: Model[]; points: readonly Pixel[] }[] = [];
  for (const { model, points } of curves) {
    if (points.length === 0) continue;
    const placed = points.map(({ x, usd }) => ({ x: frame.x(x), y: frame.y(usd) }));
    const same = groups.find((group) => isSameLine(group.points, placed));
    if (same) same.models.push(model);
    else groups.push({ models: [model], points: placed });
  }
  const ends = groups.map(({ points }) => points.at(-1)?.y ?? frame.bottom);
  const labels = spreadApart(ends, frame.labelHeight, frame.top, frame.bottom);
  return groups.map(({ models, points }, index) => ({
    models,
    points,
    labelY: labels[index] ?? frame.bottom,
  }));
}

function isSameLine(a: readonly Pixel[], b: readonly Pixel[]): boolean {
  return (
    a.length === b.length &&
    a.every((point, index) => {
      const other = b[index];
      return other?.x === point.x && Math.abs(other.y - point.y) <= SAME_LINE;
    })
  );
}

/**
 * Moves places apart until each is at least `gap` from the next, in their order and from `from` to `to`. If there is
 * no room for all, the first ones are before `from`.
 */
export function spreadApart(
  wanted: readonly number[],
  gap: number,
  from: number,
  to: number,
): readonly number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => at(wanted, a) - at(wanted, b));
  const placed = [...wanted];
  let least = from;
  for (const index of order) {
    placed[index] = Math.max(at(wanted, index), least);
    least = at(placed, index) + gap;
  }
  let most = to;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(at(placed, index), most);
    most = at(placed, index) - gap;
  }
  return placed;
}

function at(places: readonly number[], index: number): number {
  return places[index] ?? 0;
}
