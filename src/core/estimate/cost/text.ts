import { compareMoney } from '../../pricing/money';
import type { ApplicableCard, ApplicableRates } from '../../pricing/rates/lookup';
import type { Model } from '../../pricing/table/priceTable';
import type { FullScenario } from '../../scenario/scenario';
import type { TokenCount } from '../../tokens/tokenCount';
import { priceCalls, type Unpriced } from './call';
import { callsOf, overheadTokens, type CacheState } from '../conversation';
import { costOfParts, isSameBand, type CallCost, type CostBand } from './band';

/** The numbers behind a price, beside the rates that applied. */
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

/** The price of one text's requests, or of several texts' together. */
export interface TextPrice extends CostBand {
  readonly kind: 'price';
  /** Rates of the longest prompt: of the longest text, in a conversation of its last turn. */
  readonly applied: ApplicableRates;
  /** Of the longest text. */
  readonly derivation: Derivation;
  /** Each later call of a day, where it reads from the cache what the first one writes. */
  readonly later: CostBand | undefined;
}

/**
 * Prices the first call with a text; where it writes to the cache, also each later one, which reads it.
 *
 * Worked example: 10,000 tokens on claude-haiku-5-5 at 0.1 / 0.01, writing at 0.125, 80 % of them cached:
 * the first call costs 2,000 x 0.1 + 8,000 x 0.125 = 0.0012 USD, each later one 2,000 x 0.1 + 8,000 x
 * 0.01 = 0.00028 USD; 100 of them a day 0.0012 + 99 x 0.00028 = 0.02892 USD.
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

/** Whether later calls find in the cache what the first writes. */
export function writesCache({ cacheWrite, cachedShare }: FullScenario): boolean {
  return cacheWrite !== 'none' && cachedShare > 0;
}

interface PricedBand extends CostBand, Pick<TextPrice, 'applied' | 'derivation'> {
  readonly kind: 'band';
}

/**
 * Prices the low end, the middle and the high end of the token band.
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
