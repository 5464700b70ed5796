import { addMoney, costOfTokens, timesMoney, type Money } from '../../pricing/money';
import { lookUpCard } from '../../pricing/rates/lookup';
import type { CacheStorage, Model } from '../../pricing/table/priceTable';
import { termsOf } from '../../scenario/scenario';
import type { CallTokens } from '../cost/call';
import type { Estimate } from '../estimate';
import { breakEvenOfCalls, type BreakEven } from './breakEven';
import type { Caching } from './caching';
import { costOfPrompts } from './calls';

/** An explicit cache that is kept for some hours, and billed for them. */
export interface StoredCache {
  readonly hours: number;
  readonly storage: CacheStorage;
  readonly breakEven: BreakEven;
  /** Writing the stable beginning, once. */
  readonly creating: Money;
  /** Keeping it for all of the hours. */
  readonly keeping: Money;
  /** The prompt of each call, the first included, with the stable beginning read from the cache. */
  readonly reading: Money;
  /** The prompt of each call without a cache. */
  readonly without: Money;
}

/**
 * From how many calls on an explicit cache pays, if all of them are within its hours. Google bills the tokens that create
 * the cache at the input rate, those that a call reads from it at the cached rate, and storage by the hour
 * (https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/context-cache/context-cache-overview,
 * https://ai.google.dev/gemini-api/docs/caching); one hour is the lifetime where none is given. With s per token and
 * hour, and H hours:
 *
 *     n calls with:     P w + P s H + n P r
 *     with < without:   n > (w + s H) / (i - r)
 *
 * Worked example: 10,000 tokens on gemini-3.1-pro-preview at 2 (input and write), 0.20 (cached) and 4.50 (storage) USD
 * per million: 0.02 + 0.045 + n × 0.002 < n × 0.02 from 4 calls in an hour on.
 *
 * Undefined in a conversation, whose history grows, below the minimum, and where a price is unknown.
 */
export function storedCacheOf(
  row: Estimate,
  caching: Caching,
  hours = row.scenario.cacheHours,
): StoredCache | undefined {
  const { model, atMs, scenario } = row;
  const { outcome, stableTokens, unit } = caching;
  const storage = storageAt(model, atMs);
  if (!storage || unit === 'turns' || !('costs' in outcome)) return undefined;
  const card = lookUpCard(model, atMs, termsOf(scenario));
  if (card.kind === 'none') return undefined;
  const creating = costOfPrompts(model, [creation(stableTokens)], card);
  if (typeof creating === 'string') return undefined;
  const { without, reading } = outcome.costs.all;
  const keeping = timesMoney(costOfTokens(stableTokens, storage.usdPerMillionTokenHours), hours);
  // The first call reads as the later ones do.
  const writing = addMoney(addMoney(creating, keeping), reading);
  const breakEven = breakEvenOfCalls({ without, writing, reading });
  return { hours, storage, breakEven, creating, keeping, reading, without };
}

function storageAt({ cacheStorage = [] }: Model, atMs: number): CacheStorage | undefined {
  return cacheStorage.findLast(({ fromMs }) => fromMs <= atMs);
}

/** The request that creates the cache: it has no answer. */
function creation(stableTokens: number): CallTokens {
  return {
    promptTokens: stableTokens,
    tokensBefore: 0,
    tokensToCache: stableTokens,
    cacheWrite: 'short',
    outputTokens: 0,
    reasoningTokens: 0,
  };
}
