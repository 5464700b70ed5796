import { compareMoney, moneyRatio, ZERO_MONEY, type Money } from '../../pricing/money';
import { fits } from '../contextFit';
import type { Estimate } from '../estimate';
import { estimateEach } from './each';

/** Orders texts: the most expensive first, those of equal cost by their tokens; those without a price cost nothing. */
export function byCost(a: Estimate, b: Estimate): number {
  return compareMoney(costOf(b), costOf(a)) || b.count.tokens - a.count.tokens;
}

/** The share of a text in the cost of all, from 0 to 1; undefined: one has no price, or all are free. */
export function shareOfCost(text: Estimate, sum: Estimate): number | undefined {
  const isPriced = text.price.kind === 'priced' && sum.price.kind === 'priced';
  return isPriced ? moneyRatio(costOf(text), costOf(sum)) : undefined;
}

/** A text that does not fit the model. */
export interface Misfit {
  /** In the order of the texts. */
  readonly index: number;
  /** From 0 to 1; undefined: not known. */
  readonly shareOfCost: number | undefined;
}

/**
 * The texts of an estimate that do not fit the model, the most expensive first: an answer that no model writes may be
 * nearly all of a sum.
 */
export function misfitsOf(sum: Estimate): readonly Misfit[] {
  if (fits(sum.fit)) return [];
  return estimateEach(sum)
    .map((estimate, index) => ({ estimate, index }))
    .filter(({ estimate }) => !fits(estimate.fit))
    .toSorted((a, b) => byCost(a.estimate, b.estimate))
    .map(({ estimate, index }) => ({ index, shareOfCost: shareOfCost(estimate, sum) }));
}

function costOf({ price }: Estimate): Money {
  return price.kind === 'priced' ? price.expected.total : ZERO_MONEY;
}
