import { addMoney, timesMoney, type Money } from '../pricing/money';
import type { FullScenario } from '../scenario/scenario';
import type { CostBand } from './cost/band';

export const DAYS_PER_MONTH = 30;

/** The cost of a number of days. */
export interface Projection {
  readonly low: Money;
  readonly expected: Money;
  readonly high: Money;
}

/** The cost of the first call of a day and, if it differs, of each later call. */
export interface PricePerCall extends CostBand {
  readonly later: CostBand | undefined;
}

/**
 * days × (first call + (callsPerDay - 1) × later call). A conversation counts as one call.
 *
 * Worked example: 1,000 calls a day at 0.0017737 USD are 1.7737 USD a day and 53.211 USD in 30 days. A first call at
 * 0.0012 USD and 99 later ones at 0.00028 USD are 0.02892 USD a day and 0.8676 USD in 30 days.
 */
export function projectCost(
  price: PricePerCall,
  { callsPerDay }: Pick<FullScenario, 'callsPerDay'>,
  days: number,
): Projection {
  const firstCalls = Math.min(callsPerDay, 1);
  const first = multiply(price, firstCalls, days);
  const later = multiply(price.later ?? price, callsPerDay - firstCalls, days);
  return {
    low: addMoney(first.low, later.low),
    expected: addMoney(first.expected, later.expected),
    high: addMoney(first.high, later.high),
  };
}

function multiply({ low, expected, high }: CostBand, calls: number, days: number): Projection {
  const times = calls * days;
  return {
    low: timesMoney(low, times),
    expected: timesMoney(expected.total, times),
    high: timesMoney(high, times),
  };
}
