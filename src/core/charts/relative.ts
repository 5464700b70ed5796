import type { Model } from '../pricing/table/priceTable';
import type { CostCurve } from './curves';

/** A model's cost divided by that of the first curve's model, at each x at which both have one. */
export interface RelativeCurve {
  readonly model: Model;
  readonly points: readonly { readonly x: number; readonly times: number }[];
}

/**
 * The curves as multiples of the first. Two steep lines that cross can hardly be told apart, because the eye judges the
 * distance between them and not the vertical one: "graph the difference" (W. Cleveland, The Elements of Graphing Data,
 * 1985). Here the first curve is level, and another one crosses it where it becomes cheaper.
 *
 * Worked example: 0.02 and 0.03 USD are 1 and 1.5 times the first.
 */
export function relativeCurves(curves: readonly CostCurve[]): readonly RelativeCurve[] {
  const first = new Map(curves[0]?.points.map(({ x, usd }) => [x, usd]));
  return curves.map(({ model, points }) => ({
    model,
    points: points.flatMap(({ x, usd }) => {
      const whole = first.get(x) ?? 0;
      return whole > 0 ? [{ x, times: usd / whole }] : [];
    }),
  }));
}
