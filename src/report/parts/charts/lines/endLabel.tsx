import type { JSX } from 'preact';
import type { Pixel } from '../../../../core/charts/lines';
import { roundPixels } from '../../../../core/charts/plot';

interface EndLabelProps {
  /** The last point of the line. */
  readonly end: Pixel | undefined;
  readonly isYours: boolean;
  readonly label: readonly string[];
  /** Height of the middle of the label. */
  readonly middle: number;
  readonly right: number;
  readonly lineHeight: number;
}

/** Between the end of a line and its label. */
export const LEADER = 14;
/** Between two labels. */
export const GAP = 3;
/** The names take at most this share of the width; longer ones have several lines. */
export const MOST_LABELS = 0.42;

/** The name at the end of a line, and a leader between the two, which shows the way if the name was moved. */
export function EndLabel({
  end,
  isYours,
  label,
  middle,
  right,
  lineHeight,
}: EndLabelProps): JSX.Element {
  // Of the first line of text, whose letters are above it.
  const baseline = middle - ((label.length - 1) * lineHeight) / 2 + 4;
  return (
    <>
      {end && <path class="leader" d={`M${end.x} ${end.y}L${right + LEADER - 3} ${middle}`} />}
      <text class={isYours ? 'line-label yours' : 'line-label'}>
        {label.map((text, index) => (
          <tspan key={index} x={right + LEADER} y={baseline + index * lineHeight}>
            {text}
          </tspan>
        ))}
      </text>
    </>
  );
}

/** A line through points, as an SVG path. */
export function pathOf(points: readonly Pixel[]): string {
  return points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${roundPixels(x)} ${roundPixels(y)}`)
    .join('');
}
