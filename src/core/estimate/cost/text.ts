import { compareMoney } from '../../pricing/money';
import type { ApplicableCard, ApplicableRates } from '../../pricing/rates/lookup';
import type { Model } from '../../pricing/table/priceTable';
import type { FullScenario } from '../../scenario/scenario';
import type { TokenCount } from '../../tokens/tokenCount';
import { priceCalls } from './calls';
import type { Unpriced } from './unpriced';
import { callsOf, type CacheState } from '../conversation';
import { costOfParts, isSameBand, type CallCost, type CostBand } from './band';

/** The numbers behind a price, in addition to its rates. */
export interface Derivation {
  /** Billed requests: the turns of a conversation, or 1. */
  readonly calls: number;
  /** Tokens of all prompts, overhead and history included. */
  readonly promptTokens: number;
  /** Caching is assumed, but the last prompt is below the model's minimum. */
  readonly belowCacheMinimum: boolean;
  /** Caching is assumed, and the model's minimum is unknown: the price holds for prompts that are long enough. */
  readonly cacheMinimumUnknown: boolean;
}

/** The price of the requests of one or more texts. */
export interface TextPrice extends CostBand {
  readonly kind: 'price';
  /** Rates of the longest prompt: that of the longest text, in the last turn of its conversation. */
  readonly applied: ApplicableRates;
  /** Of the longest text. */
  readonly derivation: Derivation;
  /** The cost of each later call of a day, if it differs: it reads from the cache what the first call writes. */
  readonly later: CostBand | undefined;
}

/**
 * Prices the first call with a text and, if it writes to the cache, each later call, which reads the cache.
 *
 * Worked example: 10,000 tokens on claude-haiku-5-5, 80 % of them cached, at 0.1 (input), 0.01 (cached) and 0.125
 * (cache write) USD per million:
 *
 *     first call:   2,000 × 0.1 + 8,000 × 0.125 = 0.0012 USD
 *     later call:   2,000 × 0.1 + 8,000 × 0.01 = 0.00028 USD
 *     100 per day:  0.0012 + 99 × 0.00028 = 0.02892 USD
 */
export function priceText(
  model: Model,
  count: TokenCount,
  scenario: FullScenario,
  card: ApplicableCard,
): TextPrice | Unpriced {
  const first = priceBand(model, count, scenario, card, 'empty');
  if (first.kind === 'unpriced') return first;
  if (!writesCache(scenario)) return { ...first, kind: 'price', later: undefined };
  const later = priceBand(model, count, scenario, card, 'written');
  if (later.kind === 'unpriced') return later;
  return { ...first, kind: 'price', later: isSameBand(first, later) ? undefined : later };
}

/** Whether the first call writes to the cache what later calls read. */
export function writesCache({ cacheWrite, cachedShare }: FullScenario): boolean {
  return cacheWrite !== 'none' && cachedShare > 0;
}

interface PricedBand extends CostBand, Pick<TextPrice, 'applied' | 'derivation'> {
  readonly kind: 'band';
}

/**
 * Prices the low, expected and high number of tokens.
 *
 * Worked example: 90 to 115 tokens, 100 expected, at 15 USD per million: 0.00135, 0.0015 and 0.001725 USD.
 */
function priceBand(
  model: Model,
  count: TokenCount,
  scenario: FullScenario,
  card: ApplicableCard,
  cache: CacheState,
): PricedBand | Unpriced {
  const at = (tokens: number): CostOfTokens | Unpriced =>
    costAt(model, tokens, scenario, card, cache);
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

interface CostOfTokens {
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
): CostOfTokens | Unpriced {
  const calls = callsOf(model, textTokens, scenario, cache);
  const priced = priceCalls(model, calls, card);
  if (priced.kind === 'unpriced') return priced;
  const { applied, split, parts } = priced;
  const wantsCache = calls.some((call) => call.tokensBefore + call.tokensToCache > 0);
  return {
    kind: 'cost',
    applied,
    cost: costOfParts(parts),
    derivation: {
      calls: calls.length,
      promptTokens: calls.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
      belowCacheMinimum: wantsCache && split.cachedTokens + split.writtenTokens === 0,
      cacheMinimumUnknown: wantsCache && model.cacheMinimumTokens === undefined,
    },
  };
}
