import { addMoney, compareMoney, type Money } from '../pricing/money';
import type { Model } from '../pricing/priceTable';
import type { ApplicableRates } from '../pricing/rateLookup';
import type { TokenCount } from '../tokens/tokenCount';
import {
  isOutputPart,
  mergeParts,
  priceRequest,
  sumParts,
  type CostPart,
  type PricedCall,
  type Unpriced,
} from './callCost';
import { callsOf, overheadTokens } from './conversation';
import { completeScenario, termsOf, type Scenario } from './scenario';

export type { NoPriceReason, Unpriced } from './callCost';

/** What a scenario costs, part by part; the parts sum to the total. */
export interface CallCost {
  /** Fresh input, cached input, cache writes and fees for requests. */
  readonly input: Money;
  /** Output and reasoning. */
  readonly output: Money;
  readonly total: Money;
  /** One for each kind of token and rate. */
  readonly parts: readonly CostPart[];
}

/** How a price came about, beside the rates that applied: every number that a view shows. */
export interface Derivation {
  /** Requests that are billed: the turns of a conversation, else 1. */
  readonly calls: number;
  /** Tokens of all prompts, overhead and history included. */
  readonly promptTokens: number;
  /** Tokens of the first prompt that the form of a chat adds. */
  readonly overheadTokens: number;
  /** Messages are assumed, and the vendor documents no overhead for them. */
  readonly overheadUnknown: boolean;
  /** Caching is assumed, and the last prompt stays below the model's minimum. */
  readonly belowCacheMinimum: boolean;
}

export interface Priced {
  readonly kind: 'priced';
  /** Rates of the last request: in a conversation the longest prompt. */
  readonly applied: ApplicableRates;
  readonly expected: CallCost;
  readonly derivation: Derivation;
  /** Least of the totals at the low end, the middle and the high end of the token band. */
  readonly low: Money;
  /** Most of them: where the band spans a cache minimum, fewer tokens can cost more. */
  readonly high: Money;
}

/** What one call with a text costs on one model under a scenario, or why that is not known. */
export interface Estimate {
  readonly model: Model;
  readonly count: TokenCount;
  readonly scenario: Scenario;
  readonly price: Priced | Unpriced;
}

/**
 * Prices one call, or one conversation: tokens x rate for each part of each request, exactly.
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
  return { model, count, scenario, price: priceScenario(model, count, scenario, atMs) };
}

function priceScenario(
  model: Model,
  count: TokenCount,
  scenario: Scenario,
  atMs: number,
): Priced | Unpriced {
  const expected = costAt(model, count.tokens, scenario, atMs);
  if (expected.kind === 'unpriced') return expected;
  const low = count.low === count.tokens ? expected : costAt(model, count.low, scenario, atMs);
  const high = count.high === count.tokens ? expected : costAt(model, count.high, scenario, atMs);
  if (low.kind === 'unpriced') return low;
  if (high.kind === 'unpriced') return high;
  const [least, , most] = [low, expected, high]
    .map(({ cost }) => cost.total)
    .toSorted(compareMoney);
  return {
    kind: 'priced',
    applied: expected.applied,
    expected: expected.cost,
    derivation: expected.derivation,
    low: least ?? low.cost.total,
    high: most ?? high.cost.total,
  };
}

interface CostAt {
  readonly kind: 'cost';
  readonly applied: ApplicableRates;
  readonly cost: CallCost;
  readonly derivation: Derivation;
}

function costAt(
  model: Model,
  textTokens: number,
  partialScenario: Scenario,
  atMs: number,
): CostAt | Unpriced {
  const scenario = completeScenario(partialScenario);
  const calls = callsOf(model, textTokens, scenario);
  const priced: PricedCall[] = [];
  for (const call of calls) {
    const result = priceRequest(model, call, termsOf(scenario), atMs);
    if (result.kind === 'unpriced') return result;
    priced.push(result);
  }
  const last = priced.at(-1);
  if (!last) throw new RangeError(`no call: ${scenario.conversationTurns} turns`);
  const { cachedTokens, writtenTokens } = last.split;
  const overhead = overheadTokens(model, scenario, 1);
  const wantsCache = (calls.at(-1)?.cachedTokens ?? 0) > 0 || scenario.cacheWrite !== 'none';
  return {
    kind: 'cost',
    applied: last.applied,
    cost: sumCalls(priced),
    derivation: {
      calls: calls.length,
      promptTokens: calls.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
      overheadTokens: overhead,
      overheadUnknown: scenario.messages > 0 && overhead === 0,
      belowCacheMinimum: wantsCache && cachedTokens + writtenTokens === 0,
    },
  };
}

function sumCalls(calls: readonly PricedCall[]): CallCost {
  const parts = mergeParts(calls.flatMap((call) => call.parts));
  const input = sumParts(parts.filter((part) => !isOutputPart(part)));
  const output = sumParts(parts.filter(isOutputPart));
  return { input, output, total: addMoney(input, output), parts };
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
