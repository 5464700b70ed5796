import type { Model } from '../pricing/table/priceTable';
import type { RelativeCurve } from './relative';

/** A place in a picture, in pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A line of a picture. */
export interface DrawnLine {
  /** Several if their curves could not be told apart. */
  readonly models: readonly Model[];
  readonly points: readonly Pixel[];
}

/** From values to pixels. */
export interface LineFrame {
  readonly x: (value: number) => number;
  readonly y: (times: number) => number;
}

/** Curves that are nowhere farther apart than this are one line, in pixels. */
const SAME_LINE = 1;

/** Curves without points are left out. */
export function layOutLines(
  curves: readonly RelativeCurve[],
  frame: LineFrame,
): readonly DrawnLine[] {
  const lines: { models: Model[]; points: readonly Pixel[] }[] = [];
  for (const { model, points } of curves) {
    if (points.length === 0) continue;
    const placed = points.map(({ x, times }) => ({ x: frame.x(x), y: frame.y(times) }));
    const same = lines.find((line) => isSameLine(line.points, placed));
    if (same) same.models.push(model);
    else lines.push({ models: [model], points: placed });
  }
  return lines;
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
