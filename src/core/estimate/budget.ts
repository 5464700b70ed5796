import { compareMoney, subtractMoney, type Money } from '../pricing/money';
import type { Priced } from './estimate';

/** The user's limits; undefined: no limit. */
export interface Budgets {
  readonly perCall: Money | undefined;
  /** For a month of 30 days. */
  readonly perMonth: Money | undefined;
}

/** A budget that a price exceeds. */
export interface Overrun {
  readonly of: keyof Budgets;
  readonly budget: Money;
  readonly cost: Money;
  readonly excess: Money;
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
