import { compareMoney, type Money } from '../pricing/money';
import type { Model } from '../pricing/table/priceTable';
import { drawnUsd } from './scale';

/** A model's cost at a whole number of output tokens or calls per day; undefined without a price. */
export type CostAt = (model: Model, x: number) => Money | undefined;

export interface CostCurve {
  readonly model: Model;
  /** USD at each sampled x that has a price. */
  readonly points: readonly { readonly x: number; readonly usd: number }[];
}

/** `x` is the first at which `cheaper` costs less than `dearer`, which costs less before it. */
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
 * The first whole number at which the order of a pair changes, found by binary search. Between two samples it finds at
 * most one change for each pair. Sorted by x.
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
    // Equal costs have no order; the crossover is where the order is reversed.
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

/** The first whole number above `before` at which the order is `wanted`; it is at `after`, and changes only once. */
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
