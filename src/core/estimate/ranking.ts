import { compareMoney, moneyRatio } from '../pricing/money';
import { fits } from './contextFit';
import type { Estimate } from './estimate';

/** Whether the call can be made: the model is sold at a known price, and its limits allow the call. */
export function canBeBought(estimate: Estimate): boolean {
  return placeOf(estimate) === Place.Buyable;
}

/** Groups of a list, from first to last; in each the cheapest estimate is first. */
const Place = { Buyable: 0, DoesNotFit: 1, Retired: 2, Unpriced: 3 } as const;

function placeOf({ price, fit }: Estimate): number {
  if (price.kind === 'unpriced') return Place.Unpriced;
  if (price.applied.retired) return Place.Retired;
  return fits(fit) ? Place.Buyable : Place.DoesNotFit;
}

/**
 * The order of every list of models: those that can be bought, then those whose limits the call exceeds,
 * those that are no longer sold and those without a price; in each group the cheapest first, equal costs by
 * id.
 */
export function compareEstimates(a: Estimate, b: Estimate): number {
  return comparePlaces(a, b) || compareCosts(a, b) || compareIds(a, b);
}

/** Orders by group alone: 0 within one. */
export function comparePlaces(a: Estimate, b: Estimate): number {
  return placeOf(a) - placeOf(b);
}

function compareCosts({ price: a }: Estimate, { price: b }: Estimate): number {
  if (a.kind === 'unpriced' || b.kind === 'unpriced') return 0;
  return compareMoney(a.expected.total, b.expected.total);
}

export function compareIds(a: Estimate, b: Estimate): number {
  return a.model.id < b.model.id ? -1 : a.model.id > b.model.id ? 1 : 0;
}

/** An estimate among others. */
export interface RankedEstimate extends Estimate {
  /**
   * How many times the cheapest model that can be bought this one costs; undefined where this one cannot be
   * bought, or that one is free. Never below 1.
   */
  readonly timesCheapest: number | undefined;
}

/** Estimates of one subject in order, each with its multiple of the cheapest that can be bought. */
export function rankEstimates(estimates: readonly Estimate[]): readonly RankedEstimate[] {
  const sorted = estimates.toSorted(compareEstimates);
  const cheapest = findCheapest(sorted);
  return sorted.map((estimate) => withMultiple(estimate, cheapest));
}

function withMultiple(estimate: Estimate, cheapest: Estimate | undefined): RankedEstimate {
  const timesCheapest = canBeBought(estimate) ? timesOf(estimate, cheapest) : undefined;
  return { ...estimate, timesCheapest };
}

/** The cheapest that can be bought. */
export function findCheapest(estimates: readonly Estimate[]): Estimate | undefined {
  return estimates.filter(canBeBought).toSorted(compareEstimates)[0];
}

/** How many times `other` an estimate costs; undefined where either has no price or `other` is free. */
export function timesOf(estimate: Estimate, other: Estimate | undefined): number | undefined {
  if (estimate.price.kind !== 'priced' || other?.price.kind !== 'priced') return undefined;
  return moneyRatio(estimate.price.expected.total, other.price.expected.total);
}

/** Pinned models in the order in which they were pinned, the others in their own order. */
export interface PinnedGroups<Row extends Estimate> {
  readonly pinned: readonly Row[];
  readonly others: readonly Row[];
}

export function groupPinned<Row extends Estimate>(
  rows: readonly Row[],
  pinnedIds: readonly string[],
): PinnedGroups<Row> {
  const place = ({ model }: Estimate): number => pinnedIds.indexOf(model.id);
  return {
    pinned: rows.filter((row) => place(row) >= 0).toSorted((a, b) => place(a) - place(b)),
    others: rows.filter((row) => place(row) < 0),
  };
}
