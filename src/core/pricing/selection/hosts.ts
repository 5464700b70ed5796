import type { Model, PriceTable } from '../table/priceTable';
import { isSold, periodAt } from './sold';

/**
 * All that sell the weights of a model now, cheapest first, the model itself among them. Empty if only one does, or if
 * the model's weights are not open.
 *
 * @param atMs milliseconds since 1970.
 */
export function hostsOf(table: PriceTable, { weights }: Model, atMs: number): readonly Model[] {
  if (weights === undefined) return [];
  const hosts = (byWeights(table).get(weights) ?? []).filter((model) => isSold(model, atMs));
  return hosts.length < 2 ? [] : hosts.toSorted(byRates(atMs));
}

/** How many sell each weights now; without weights that only one sells. */
export function hostCounts({ models }: PriceTable, atMs: number): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const model of models) {
    const { weights } = model;
    if (weights === undefined || !isSold(model, atMs)) continue;
    counts.set(weights, (counts.get(weights) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].filter(([, count]) => count > 1));
}

/** The lowest and the highest rate for input among hosts, in USD per million tokens. */
export interface RateRange {
  readonly low: number;
  readonly high: number;
}

/** Undefined without a host that has a rate for input. */
export function inputRange(hosts: readonly Model[], atMs: number): RateRange | undefined {
  const rates = hosts.flatMap((model) => periodAt(model, atMs).rates.input ?? []);
  return rates.length === 0 ? undefined : { low: Math.min(...rates), high: Math.max(...rates) };
}

/** Compares the sums of the rates for input and output; unknown rates are last, then the ids decide. */
export function byRates(atMs: number): (a: Model, b: Model) => number {
  return (a, b) => {
    const [first, second] = [sumOfRates(a, atMs), sumOfRates(b, atMs)];
    if (first !== second) return first < second ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  };
}

/** Only for an order: without the exactness of money. */
function sumOfRates(model: Model, atMs: number): number {
  const { input = Infinity, output = Infinity } = periodAt(model, atMs).rates;
  return input + output;
}

/** Every row of a list asks for its hosts. */
const cache = new WeakMap<PriceTable, ReadonlyMap<string | undefined, readonly Model[]>>();

function byWeights(table: PriceTable): ReadonlyMap<string | undefined, readonly Model[]> {
  const known = cache.get(table) ?? groupByWeights(table.models);
  cache.set(table, known);
  return known;
}

/** Models that run the same weights; those with closed weights are one group. */
export function groupByWeights(
  models: readonly Model[],
): ReadonlyMap<string | undefined, readonly Model[]> {
  const groups = new Map<string | undefined, Model[]>();
  for (const model of models) {
    const group = groups.get(model.weights);
    if (group) group.push(model);
    else groups.set(model.weights, [model]);
  }
  return groups;
}
