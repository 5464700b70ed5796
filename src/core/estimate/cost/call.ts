import { findTier, type ApplicableCard } from '../../pricing/rates/lookup';
import { splitPrompt, type CacheWrite, type PromptSplit } from '../../pricing/rates/promptSplit';
import type { Model, Tier } from '../../pricing/table/priceTable';

/** The tokens of one request. */
export interface CallTokens {
  /** Tokens of the whole prompt, cached or not. */
  readonly promptTokens: number;
  /** Tokens at the start of the prompt that an earlier call cached; below the model's minimum, none are read. */
  readonly tokensBefore: number;
  /** Tokens after those that this call caches. */
  readonly tokensToCache: number;
  /** The lifetime of the tokens that this call caches. */
  readonly cacheWrite: CacheWrite;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
}

/** One or more requests with the same rates, split by rates. */
export interface BilledCall {
  /** Tokens of all requests. */
  readonly call: CallTokens;
  readonly split: PromptSplit;
  /** The long-context tier; undefined: the card's own rates. */
  readonly tier: Tier | undefined;
  /** Number of requests. */
  readonly requests: number;
  readonly longestPromptTokens: number;
}

export function billCall(model: Model, call: CallTokens, card: ApplicableCard): BilledCall {
  const { promptTokens, tokensBefore, tokensToCache } = call;
  const split = splitPrompt(promptTokens, tokensBefore, tokensToCache, model.cacheMinimumTokens);
  const tier = findTier(card, promptTokens);
  return { call, split, tier, requests: 1, longestPromptTokens: promptTokens };
}
