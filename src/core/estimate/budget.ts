import { compareMoney, moneyOfUsd, subtractMoney, type Money } from '../pricing/money';
import { textsIn } from './counts/many';
import type { Estimate, Priced } from './estimate';

/** The user's limits; undefined: no limit. */
export interface Budgets {
  readonly perCall: Money | undefined;
  /** For a month of 30 days. */
  readonly perMonth: Money | undefined;
}

export const NO_BUDGETS: Budgets = { perCall: undefined, perMonth: undefined };

/** Budgets in US dollars as they are written, where 0 is no budget: the settings editor cannot leave a number empty. */
export function budgetsOf(usd: { readonly perCall?: number; readonly perMonth?: number }): Budgets {
  const { perCall = 0, perMonth = 0 } = usd;
  return {
    perCall: perCall > 0 ? moneyOfUsd(perCall) : undefined,
    perMonth: perMonth > 0 ? moneyOfUsd(perMonth) : undefined,
  };
}

/** A budget that a price exceeds. */
export interface Overrun {
  readonly of: keyof Budgets;
  readonly budget: Money;
  readonly cost: Money;
  readonly excess: Money;
}

/**
 * The budgets that an estimate exceeds; none without a price. The sum of the calls with several texts, which
 * can be the requests of one file, is not compared with a budget for one call.
 */
export function overrunsOf(
  { price, counts }: Pick<Estimate, 'price' | 'counts'>,
  budgets: Budgets,
): readonly Overrun[] {
  if (price.kind === 'unpriced') return [];
  return findOverruns(price, textsIn(counts) > 1 ? { ...budgets, perCall: undefined } : budgets);
}

/**
 * The budgets that the expected cost exceeds. A cost equal to its budget does not exceed it.
 *
 * Worked example: 1,000 calls a day of 0.03003 USD. A budget of 0.03003 USD per call is kept; 30 days cost 900.90 USD
 * and exceed 900 USD per month by 0.90 USD.
 */
export function findOverruns(
  price: Pick<Priced, 'expected' | 'perMonth'>,
  { perCall, perMonth }: Budgets,
): readonly Overrun[] {
  const costs = [
    ['perCall', perCall, price.expected.total],
    ['perMonth', perMonth, price.perMonth.expected],
  ] as const;
  return costs.flatMap(([of, budget, cost]) =>
    budget && compareMoney(cost, budget) > 0
      ? [{ of, budget, cost, excess: subtractMoney(cost, budget) }]
      : [],
  );
}
