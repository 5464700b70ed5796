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

/** Where a crossing may lie: `from` to `to`. */
export interface CrossingRange {
  /** The first number of all where the cheaper model may cost less already. */
  readonly from: number;
  /** Undefined: within the band of the counts it may as well never cost less, up to the last number. */
  readonly to: number | undefined;
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
  const order = (x: number): number | undefined => orderAt(a, b, x, costAt);
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

function orderAt(a: Model, b: Model, x: number, costAt: CostAt): number | undefined {
  const [costA, costB] = [costAt(a, x), costAt(b, x)];
  return costA && costB ? compareMoney(costA, costB) : undefined;
}

/**
 * The places of a crossing over the bands of the counts. A crossing moves far where the lines are nearly parallel, so its
 * range is no share of its place.
 *
 * Worked example: 100 + x crosses 3 x at 50, so it costs less from 51 on. If the 100 may be 80 to 120, from 41 to 61 on;
 * if it may be 0, from the first number on.
 *
 * @param ends the costs at each end of the bands.
 */
export function rangeOfCrossing(
  crossover: Crossover,
  xs: readonly number[],
  ends: readonly CostAt[],
): CrossingRange {
  const places = ends.map((costAt) => placeOf(crossover, xs, costAt));
  const known = [crossover.x, ...places.filter((place) => place !== undefined)];
  const to = places.includes(undefined) ? undefined : Math.max(...known);
  return { from: Math.min(...known), to };
}

/** Where the same change of order is with other costs, of several the nearest; undefined: nowhere. */
function placeOf(
  { cheaper, dearer, x }: Crossover,
  xs: readonly number[],
  costAt: CostAt,
): number | undefined {
  const distance = (each: Crossover): number => Math.abs(each.x - x);
  const [nearest] = crossoversOf(cheaper, dearer, xs, costAt)
    .filter((each) => each.cheaper === cheaper)
    .toSorted((a, b) => distance(a) - distance(b));
  if (nearest) return nearest.x;
  const isLess = (at: number): boolean => (orderAt(cheaper, dearer, at, costAt) ?? 0) < 0;
  // Nothing changes to this order: it holds from the first number on, or never.
  return isLess(x) ? xs.find(isLess) : undefined;
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
