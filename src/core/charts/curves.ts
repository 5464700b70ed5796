import { compareMoney, type Money } from '../pricing/money';
import type { Model } from '../pricing/table/priceTable';
import { drawnUsd } from './scale';

/** A model's cost at whole numbers of something: output tokens, or calls a day. */
export type CostAt = (model: Model, x: number) => Money | undefined;

export interface CostCurve {
  readonly model: Model;
  /** USD at each sampled x, for drawing; where there is no price the curve has no point. */
  readonly points: readonly { readonly x: number; readonly usd: number }[];
}

/** From `x` on, `cheaper` costs less than `dearer`; before it was the other way round. */
export interface Crossover {
  readonly x: number;
  readonly usd: number;
  readonly cheaper: Model;
  readonly dearer: Model;
}

export function sampleCurves(
  models: readonly Model[],
  xs: readonly number[],
  costAt: CostAt,
): readonly CostCurve[] {
  return models.map((model) => ({
    model,
    points: xs.flatMap((x) => {
      const cost = costAt(model, x);
      return cost ? [{ x, usd: drawnUsd(cost) }] : [];
    }),
  }));
}

/**
 * Where curves cross between the first and the last x: for each pair the first whole number at which the
 * order differs from that at the beginning, found by halving between samples.
 */
export function findCrossovers(
  models: readonly Model[],
  xs: readonly number[],
  costAt: CostAt,
): readonly Crossover[] {
  const crossovers = models.flatMap((a, index) =>
    models.slice(index + 1).flatMap((b) => crossoversOf(a, b, xs, costAt)),
  );
  return crossovers.toSorted((a, b) => a.x - b.x);
}

function crossoversOf(
  a: Model,
  b: Model,
  xs: readonly number[],
  costAt: CostAt,
): readonly Crossover[] {
  const order = (x: number): number | undefined => {
    const [costA, costB] = [costAt(a, x), costAt(b, x)];
    return costA && costB ? compareMoney(costA, costB) : undefined;
  };
  const crossovers: Crossover[] = [];
  let last: { readonly x: number; readonly order: number } | undefined;
  for (const x of xs) {
    const now = order(x);
    // Equal costs belong to neither side: the crossing is where the order has turned.
    if (now === undefined || now === 0) continue;
    if (last && last.order !== now) {
      const [cheaper, dearer] = now < 0 ? [a, b] : [b, a];
      const at = firstWith(now, last.x, x, order);
      const cost = costAt(cheaper, at);
      crossovers.push({ x: at, usd: cost ? drawnUsd(cost) : 0, cheaper, dearer });
    }
    last = { x, order: now };
  }
  return crossovers;
}

/** The first whole number above `before` at which the order is the wanted one. */
function firstWith(
  wanted: number,
  before: number,
  after: number,
  order: (x: number) => number | undefined,
): number {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (order(middle) === wanted) high = middle;
    else low = middle;
  }
  return high;
}
