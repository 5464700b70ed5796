import { addMoney, compareMoney, costOfTokens, type Money } from '../pricing/money';
import type { Model } from '../pricing/priceTable';
import { lookUpRates, type ApplicableRates, type NoRatesReason } from '../pricing/rateLookup';
import type { TokenCount } from '../tokens/tokenCount';
import type { Scenario } from './scenario';

/** Why there is no price, as a code that a view turns into a sentence. */
export type NoPriceReason = NoRatesReason | 'noInputRate' | 'noOutputRate';

/** What one call costs, part by part; the parts sum to the total. */
export interface CallCost {
  readonly input: Money;
  readonly output: Money;
  readonly total: Money;
}

export interface Priced {
  readonly kind: 'priced';
  readonly applied: ApplicableRates;
  readonly expected: CallCost;
  /** Total at the low end of the token band. */
  readonly low: Money;
  /** Total at the high end of the token band. */
  readonly high: Money;
}

export interface Unpriced {
  readonly kind: 'unpriced';
  readonly reason: NoPriceReason;
}

/** What one call with a text costs on one model under a scenario, or why that is not known. */
export interface Estimate {
  readonly model: Model;
  readonly count: TokenCount;
  readonly scenario: Scenario;
  readonly price: Priced | Unpriced;
}

/**
 * Prices one call: tokens x rate for input and for output, exactly.
 *
 * Worked example: 1,000,000 input tokens and 1,000,000 output tokens on DeepSeek-R1 at 0.55 and 2.19
 * USD per million cost 0.55 + 2.19 = 2.74 USD.
 *
 * @param atMs the time of the call in milliseconds since 1970.
 */
export function estimateCall(
  model: Model,
  count: TokenCount,
  scenario: Scenario,
  atMs: number,
): Estimate {
  return { model, count, scenario, price: priceCall(model, count, scenario, atMs) };
}

function priceCall(
  model: Model,
  count: TokenCount,
  scenario: Scenario,
  atMs: number,
): Priced | Unpriced {
  const expected = costAt(model, count.tokens, scenario, atMs);
  const low = costAt(model, count.low, scenario, atMs);
  const high = costAt(model, count.high, scenario, atMs);
  if (expected.kind === 'unpriced') return expected;
  if (low.kind === 'unpriced') return low;
  if (high.kind === 'unpriced') return high;
  return {
    kind: 'priced',
    applied: expected.applied,
    expected: expected.cost,
    low: low.cost.total,
    high: high.cost.total,
  };
}

type CostAt = { readonly kind: 'cost'; readonly applied: ApplicableRates; readonly cost: CallCost };

function costAt(
  model: Model,
  inputTokens: number,
  { outputTokens }: Scenario,
  atMs: number,
): CostAt | Unpriced {
  const applied = lookUpRates(model, atMs, inputTokens);
  if (applied.kind === 'none') return { kind: 'unpriced', reason: applied.reason };
  const { input: inputRate, output: outputRate } = applied.rates;
  if (inputRate === undefined) return { kind: 'unpriced', reason: 'noInputRate' };
  if (outputRate === undefined && outputTokens > 0) {
    return { kind: 'unpriced', reason: 'noOutputRate' };
  }
  const input = costOfTokens(inputTokens, inputRate);
  const output = costOfTokens(outputTokens, outputRate ?? 0);
  return { kind: 'cost', applied, cost: { input, output, total: addMoney(input, output) } };
}

/** Cheapest first; models without a price last; equal costs by id, so that the order never depends on chance. */
export function compareByCost(a: Estimate, b: Estimate): number {
  if (a.price.kind === 'unpriced' || b.price.kind === 'unpriced') {
    const order = Number(a.price.kind === 'unpriced') - Number(b.price.kind === 'unpriced');
    return order || compareIds(a, b);
  }
  return compareMoney(a.price.expected.total, b.price.expected.total) || compareIds(a, b);
}

function compareIds(a: Estimate, b: Estimate): number {
  return a.model.id < b.model.id ? -1 : a.model.id > b.model.id ? 1 : 0;
}
