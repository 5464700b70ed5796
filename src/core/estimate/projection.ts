import { multiplyMoney, type Money } from '../pricing/money';
import { completeScenario, type Scenario } from './scenario';

/** Days of a month in figures for a month. */
export const DAYS_PER_MONTH = 30;

/** What is projected: the price of one call on one text, or of one call on each of several. */
export interface PricePerCall {
  readonly low: Money;
  readonly expected: { readonly total: Money };
  readonly high: Money;
}

/** What a scenario costs over some days, with the band of the token count. */
export interface Projection {
  readonly low: Money;
  readonly expected: Money;
  readonly high: Money;
}

/**
 * The cost of the scenario's calls a day over whole days; a conversation counts as one call.
 *
 * Worked example: 1,000 calls a day at 0.0017737 USD are 1.7737 USD a day and 53.211 USD in 30 days.
 */
export function projectCost(price: PricePerCall, scenario: Scenario, days: number): Projection {
  const calls = BigInt(completeScenario(scenario).callsPerDay) * BigInt(days);
  const factor = { numerator: calls, denominator: 1n };
  return {
    low: multiplyMoney(price.low, factor),
    expected: multiplyMoney(price.expected.total, factor),
    high: multiplyMoney(price.high, factor),
  };
}
