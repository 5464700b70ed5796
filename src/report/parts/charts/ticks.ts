import type { TextWidth } from '../../../core/charts/labels';
import type { ChartScale } from '../../../core/charts/scale';

/** Readers need no more. */
export const MAX_TICKS = 10;

/** Between two labels, in pixels. */
const GAP = 10;

/** Whether labels in the middle of their ticks have room beside each other. */
export function labelsFit(
  { place, ticks }: ChartScale,
  labels: readonly string[],
  width: number,
  textWidth: TextWidth,
): boolean {
  const places = ticks.map((tick, index) => {
    const half = textWidth(labels[index] ?? '') / 2;
    return { from: place(tick) * width - half, to: place(tick) * width + half };
  });
  return places.every(({ to }, index) => {
    const next = places[index + 1];
    return !next || to + GAP <= next.from;
  });
}
