import { MODEL_KINDS } from '../pricing/table/schema';
import { isUnlisted } from '../pricing/selection/sold';
import { compareMoney, moneyRatio } from '../pricing/money';
import { fits } from './contextFit';
import { estimateMark } from '../tokens/tokenCount';
import type { Model } from '../pricing/table/priceTable';
import type { Estimate } from './estimate';

/** Whether the model is sold at a known price, for all that is sent, and its limits allow the call. */
export function canBeBought(estimate: Estimate): boolean {
  return groupOf(estimate) <= Group.OtherKind;
}

/**
 * The groups of a list of models, in their order. `OtherKind`: embeddings and rerankers, which answer with no text.
 * `MayCostMore`: a picture has tokens there that nobody documents, so the cost is a lower limit.
 */
const Group = {
  Buyable: 0,
  OtherKind: 1,
  MayCostMore: 2,
  DoesNotFit: 3,
  Retired: 4,
  Unpriced: 5,
} as const;

function groupOf({ model, atMs, price, fit, beside }: Estimate): number {
  if (price.kind === 'unpriced') return Group.Unpriced;
  if (price.applied.retired || isUnlisted(model, atMs)) return Group.Retired;
  if (!fits(fit)) return Group.DoesNotFit;
  if (beside && beside.unknown.length > 0) return Group.MayCostMore;
  return model.kind === 'text' ? Group.Buyable : Group.OtherKind;
}

/** Whether the model is no longer sold, or perhaps not: its price is the last one that is known. */
export function isRetired(estimate: Estimate): boolean {
  return groupOf(estimate) === Group.Retired;
}

/**
 * The order of every list of models: those that can be bought, of which embeddings and rerankers come last; those that
 * may cost more than is known; those whose limits the call exceeds; those that are no longer sold, or perhaps not; those
 * without a price. Within each group by cost; vendors before hosts and gateways with the same price; then by id.
 */
export function compareEstimates(a: Estimate, b: Estimate): number {
  return compareGroups(a, b) || compareCosts(a, b) || compareSellers(a, b);
}

/** Compares only the groups; 0 within a group. */
export function compareGroups(a: Estimate, b: Estimate): number {
  return groupOf(a) - groupOf(b);
}

function compareCosts({ price: a }: Estimate, { price: b }: Estimate): number {
  if (a.kind === 'unpriced' || b.kind === 'unpriced') return 0;
  return compareMoney(a.expected.total, b.expected.total);
}

const SELLERS: readonly Model['providerKind'][] = ['vendor', 'host', 'gateway'];

/** Of models that are equal otherwise, vendors come before those that sell their models; then by id. */
export function compareSellers({ model: a }: Estimate, { model: b }: Estimate): number {
  const place = ({ providerKind }: Model): number => SELLERS.indexOf(providerKind);
  return place(a) - place(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export interface RankedEstimate extends Estimate {
  /**
   * Cost / cost of the cheapest model of its kind that can be bought; at least 1. Undefined if this model cannot be
   * bought or the cheapest is free.
   */
  readonly timesCheapest: number | undefined;
  /** "≈" if the multiple is of estimated counts, otherwise "". */
  readonly timesMark: string;
}

/**
 * Sorts the estimates of one subject and adds their multiples of the cheapest.
 *
 * @param others estimates that are not listed and among which the cheapest may be.
 */
export function rankEstimates(
  estimates: readonly Estimate[],
  others: readonly Estimate[] = [],
): readonly RankedEstimate[] {
  const all = [...estimates, ...others];
  const cheapest = new Map(
    MODEL_KINDS.map((kind) => [kind, findCheapest(all.filter(({ model }) => model.kind === kind))]),
  );
  return estimates
    .toSorted(compareEstimates)
    .map((estimate) => withMultiple(estimate, cheapest.get(estimate.model.kind)));
}

function withMultiple(estimate: Estimate, cheapest: Estimate | undefined): RankedEstimate {
  return {
    ...estimate,
    timesCheapest: buyableTimes(estimate, cheapest),
    timesMark: timesMark(estimate, cheapest),
  };
}

/**
 * The cheapest model that can be bought, if any; one that answers with text before all others. Where all costs are
 * lower limits, the least of them.
 */
export function findCheapest(estimates: readonly Estimate[]): Estimate | undefined {
  return estimates
    .filter((each) => groupOf(each) <= Group.MayCostMore)
    .toSorted(compareEstimates)[0];
}

/** `timesOf` for a model that can be bought: a part of a cost that nobody can pay is no offer. */
export function buyableTimes(estimate: Estimate, other: Estimate | undefined): number | undefined {
  return canBeBought(estimate) ? timesOf(estimate, other) : undefined;
}

/** Cost of `estimate` / cost of `other`; undefined if either has no price or `other` is free. */
export function timesOf(estimate: Estimate, other: Estimate | undefined): number | undefined {
  if (estimate.price.kind !== 'priced' || other?.price.kind !== 'priced') return undefined;
  return moneyRatio(estimate.price.expected.total, other.price.expected.total);
}

/** "≈" before a multiple if either count is estimated; a cost is exactly once itself. */
export function timesMark(estimate: Estimate, other: Estimate | undefined): string {
  const isItself = other?.model.id === estimate.model.id && other.shares === estimate.shares;
  if (!other || isItself) return '';
  return estimateMark(estimate.count, other.count);
}

/** Models that a list shows before all others. */
export interface FirstModels {
  /** The user's model. */
  readonly userId?: string | undefined;
  /** Unknown ids are left out. */
  readonly pinnedIds?: readonly string[] | undefined;
}

/** The groups of a list of models, in their order. */
export interface ListGroups<Row extends Estimate> {
  /** The user's model, pinned or not; empty if it is not listed. */
  readonly users: readonly Row[];
  /** In the order of the pins. */
  readonly pinned: readonly Row[];
  /** In their previous order. */
  readonly others: readonly Row[];
}

export function groupRows<Row extends Estimate>(
  rows: readonly Row[],
  { userId, pinnedIds = [] }: FirstModels,
): ListGroups<Row> {
  const isUsers = ({ model }: Estimate): boolean => model.id === userId;
  const place = ({ model }: Estimate): number => pinnedIds.indexOf(model.id);
  const rest = rows.filter((row) => !isUsers(row));
  return {
    users: rows.filter(isUsers),
    pinned: rest.filter((row) => place(row) >= 0).toSorted((a, b) => place(a) - place(b)),
    others: rest.filter((row) => place(row) < 0),
  };
}
