import type { TextWidth } from '../../../core/charts/labels';
import type { ChartScale } from '../../../core/charts/scale';

/** Readers need no more. */
export const MAX_TICKS = 10;

/** Between two labels, in pixels. */
const GAP = 10;

/**
 * Whether labels in the middle of their ticks have room beside each other, also where the first and the last one stand
 * within the picture, as in a narrow page.
 */
export function labelsFit(
  { place, ticks }: ChartScale,
  labels: readonly string[],
  width: number,
  textWidth: TextWidth,
): boolean {
  const places = ticks.map((tick, index) => {
    const label = textWidth(labels[index] ?? '');
    const middle = place(tick) * width;
    return {
      from: Math.min(middle - label / 2, width - label),
      to: Math.max(middle + label / 2, label),
    };
  });
  return places.every(({ to }, index) => {
    const next = places[index + 1];
    return !next || to + GAP <= next.from;
  });
}
