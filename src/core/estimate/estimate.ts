import { addMoney, compareMoney, type Money } from '../pricing/money';
import type { Model } from '../pricing/table/priceTable';
import { lookUpCard, type ApplicableCard, type ApplicableRates } from '../pricing/rates/lookup';
import type { TokenCount } from '../tokens/tokenCount';
import {
  isOutputPart,
  priceCalls,
  sumParts,
  type CostPart,
  type NoPriceReason,
  type Unpriced,
} from './callCost';
import { callsOf, overheadTokens, type CacheState } from './conversation';
import { completeScenario, termsOf, type FullScenario, type Scenario } from '../scenario/scenario';

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

/** What something costs over the band of its token count. */
export interface CostBand {
  readonly expected: CallCost;
  /** Least of the totals at the low end, the middle and the high end of the token band. */
  readonly low: Money;
  /** Most of them: where the band spans a cache minimum, fewer tokens can cost more. */
  readonly high: Money;
}

export interface Priced extends CostBand {
  readonly kind: 'priced';
  /** Rates of the last request: in a conversation the longest prompt. */
  readonly applied: ApplicableRates;
  readonly derivation: Derivation;
  /** Each later call of the day, where it reads from the cache what this one, the first, writes. */
  readonly later: CostBand | undefined;
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
  return estimator(model, scenario, atMs)(count);
}

/** Prices calls that differ in their text alone: what they have in common is looked up once. */
export function estimator(
  model: Model,
  scenario: Scenario,
  atMs: number,
): (count: TokenCount) => Estimate {
  const full = completeScenario(scenario);
  const card = lookUpCard(model, atMs, termsOf(full));
  return (count) => ({
    model,
    count,
    scenario,
    price: card.kind === 'none' ? unpriced(card.reason) : priceScenario(model, count, full, card),
  });
}

function unpriced(reason: NoPriceReason): Unpriced {
  return { kind: 'unpriced', reason };
}

/**
 * The first call; where it writes to the cache, also what each later one costs, which reads it.
 *
 * Worked example: 10,000 tokens on claude-haiku-5-5 at 0.1 / 0.01, writing at 0.125, 80 % of them cached:
 * the first call costs 2,000 x 0.1 + 8,000 x 0.125 = 0.0012 USD, each later one 2,000 x 0.1 + 8,000 x
 * 0.01 = 0.00028 USD; 100 of them a day 0.0012 + 99 x 0.00028 = 0.02892 USD.
 */
function priceScenario(
  model: Model,
  count: TokenCount,
  scenario: FullScenario,
  card: ApplicableCard,
): Priced | Unpriced {
  const first = priceBand(model, count, scenario, card, 'empty');
  if (first.kind === 'unpriced') return first;
  if (!writesCache(scenario)) return { ...first, kind: 'priced', later: undefined };
  const later = priceBand(model, count, scenario, card, 'written');
  if (later.kind === 'unpriced') return later;
  return { ...first, kind: 'priced', later: isSameBand(first, later) ? undefined : later };
}

/** Whether later calls find in the cache what the first writes. */
export function writesCache({ cacheWrite, cachedShare }: FullScenario): boolean {
  return cacheWrite !== 'none' && cachedShare > 0;
}

export function isSameBand(a: CostBand, b: CostBand): boolean {
  return (
    compareMoney(a.expected.total, b.expected.total) === 0 &&
    compareMoney(a.low, b.low) === 0 &&
    compareMoney(a.high, b.high) === 0
  );
}

interface PricedBand extends CostBand, Pick<Priced, 'applied' | 'derivation'> {
  readonly kind: 'band';
}

function priceBand(
  model: Model,
  count: TokenCount,
  scenario: FullScenario,
  card: ApplicableCard,
  cache: CacheState,
): PricedBand | Unpriced {
  const at = (tokens: number): CostAt | Unpriced => costAt(model, tokens, scenario, card, cache);
  const expected = at(count.tokens);
  if (expected.kind === 'unpriced') return expected;
  const low = count.low === count.tokens ? expected : at(count.low);
  const high = count.high === count.tokens ? expected : at(count.high);
  if (low.kind === 'unpriced') return low;
  if (high.kind === 'unpriced') return high;
  const totals = [low, expected, high].map(({ cost }) => cost.total);
  const [least, , most] = totals.toSorted(compareMoney);
  return {
    kind: 'band',
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
  scenario: FullScenario,
  card: ApplicableCard,
  cache: CacheState,
): CostAt | Unpriced {
  const calls = callsOf(model, textTokens, scenario, cache);
  const priced = priceCalls(model, calls, card);
  if (priced.kind === 'unpriced') return priced;
  const { applied, split, parts } = priced;
  const overhead = overheadTokens(model, scenario, 1);
  const wantsCache = calls.some((call) => call.tokensBefore + call.tokensToCache > 0);
  return {
    kind: 'cost',
    applied,
    cost: costOfParts(parts),
    derivation: {
      calls: calls.length,
      promptTokens: calls.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
      overheadTokens: overhead,
      overheadUnknown: scenario.messages > 0 && overhead === 0,
      belowCacheMinimum: wantsCache && split.cachedTokens + split.writtenTokens === 0,
    },
  };
}

export function costOfParts(parts: readonly CostPart[]): CallCost {
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
