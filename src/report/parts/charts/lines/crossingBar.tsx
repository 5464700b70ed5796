import type { JSX } from 'preact';
import { roundPixels } from '../../../../core/charts/plot';
import type { MarkedCrossover } from '../../../figures/curves';
import type { Frame } from './frame';

interface Props {
  readonly crossover: MarkedCrossover;
  /** Place of the other model's line among the lines: the bar has its colour. */
  readonly line: number;
  /** Height of an end above the bar, in pixels. */
  readonly cap: number;
  readonly frame: Frame;
}

/** Bars of several crossings lie on one line: ends of different heights tell them apart. */
export const LEAST_CAP = 5;
export const CAP_STEP = 3;

/**
 * Where a crossing may be, through its dot. A range that begins where the axis does or before, or that has no end because
 * the lines may as well not cross, goes to the edge and has no end there.
 */
export function CrossingBar({ crossover, line, cap, frame }: Props): JSX.Element | null {
  const { range } = crossover;
  if (!range) return null;
  const from = Math.max(frame.left, frame.x(range.from));
  const isOpen = range.to === undefined;
  const to = isOpen ? frame.right : frame.x(range.to);
  const y = frame.y(1);
  const end = (x: number): string =>
    `M${roundPixels(x)} ${roundPixels(y - cap)}V${roundPixels(y + cap)}`;
  const bar = `M${roundPixels(from)} ${roundPixels(y)}H${roundPixels(to)}`;
  const isFromEdge = from <= frame.left;
  return (
    <path
      class={`crossover-range curve-${line}`}
      data-x={crossover.x}
      d={[bar, isFromEdge ? '' : end(from), isOpen ? '' : end(to)].join('')}
    />
  );
}
