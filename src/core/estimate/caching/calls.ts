import type { Money } from '../../pricing/money';
import type { ApplicableCard } from '../../pricing/rates/lookup';
import type { CacheWrite } from '../../pricing/rates/promptSplit';
import type { Model } from '../../pricing/table/priceTable';
import type { FullScenario } from '../../scenario/scenario';
import { costOfParts } from '../cost/band';
import type { CallTokens } from '../cost/call';
import { priceCalls } from '../cost/calls';
import type { NoPriceReason } from '../cost/unpriced';
import { callsOf, promptTokensOf } from '../conversation';
import type { CallCosts } from './breakEven';

/** How long the cache keeps what is written: the vendor's standard lifetime, or an extended one. */
export type CacheLifetime = Exclude<CacheWrite, 'none'>;

/**
 * What is written to the cache: the share that the scenario calls cached; without one what is known to be the same in each
 * call, else the whole prompt; or in a conversation the whole prompt of each turn, which the next turn sends again.
 */
export type StableBeginning = 'share' | 'known' | 'prompt' | 'history';

/** @param isKnown whether it is known what is the same in each call. */
export function stableBeginning(scenario: FullScenario, isKnown: boolean): StableBeginning {
  const { cachedShare, cacheHistory, conversationTurns } = scenario;
  if (conversationTurns > 1 && (cacheHistory || cachedShare === 0)) return 'history';
  if (cachedShare > 0) return 'share';
  return isKnown ? 'known' : 'prompt';
}

/** The scenario with the stable beginning written to the cache. @param share of the prompt, 0 to 1. */
export function cachedScenario(
  scenario: FullScenario,
  lifetime: CacheLifetime,
  stable: StableBeginning,
  share: number,
): FullScenario {
  return {
    ...scenario,
    cacheWrite: lifetime,
    cacheHistory: stable === 'history',
    cachedShare: stable === 'history' ? scenario.cachedShare : share,
  };
}

export interface CachedModel {
  readonly model: Model;
  /** With the cache. */
  readonly scenario: FullScenario;
}

/** Tokens of the stable beginning in the first turn, or in another one. */
export function stableTokensOf(
  { model, scenario }: CachedModel,
  textTokens: number,
  turn = 1,
): number {
  const { cacheHistory, cachedShare } = scenario;
  return cacheHistory
    ? promptTokensOf(model, textTokens, scenario, turn)
    : Math.round(cachedShare * promptTokensOf(model, textTokens, scenario, 1));
}

/** Whether any call of a text has so many tokens to cache: the last turn has the most. */
export function reaches(cached: CachedModel, textTokens: number, minimum: number): boolean {
  return stableTokensOf(cached, textTokens, cached.scenario.conversationTurns) >= minimum;
}

/** The calls of a conversation, or one call, in an order that is the same in all three. */
export interface CachedCalls {
  readonly without: readonly CallTokens[];
  readonly writing: readonly CallTokens[];
  readonly reading: readonly CallTokens[];
}

export function callsWith({ model, scenario }: CachedModel, tokens: number): CachedCalls {
  const empty = callsOf(model, tokens, scenario, 'empty');
  return {
    without: empty.map((call) => ({ ...call, ...NOTHING_CACHED })),
    writing: empty.map(missing),
    reading: scenario.conversationTurns > 1 ? empty : callsOf(model, tokens, scenario, 'written'),
  };
}

const NOTHING_CACHED = { tokensBefore: 0, tokensToCache: 0, cacheWrite: 'none' } as const;

/** The call when it does not find what was cached before, and writes all of it. */
function missing(call: CallTokens): CallTokens {
  const { tokensBefore, tokensToCache } = call;
  return { ...call, tokensBefore: 0, tokensToCache: tokensBefore + tokensToCache };
}

export type PriceOf = (calls: readonly CallTokens[]) => Money | NoPriceReason;

/** The costs, or the first reason why one is unknown. */
export function costsOf(calls: CachedCalls, priceOf: PriceOf): CallCosts | NoPriceReason {
  const costs = {
    without: priceOf(calls.without),
    writing: priceOf(calls.writing),
    reading: priceOf(calls.reading),
  };
  const reason = Object.values(costs).find((cost) => typeof cost === 'string');
  return reason ?? (costs as CallCosts);
}

/** The cost of prompts without their answers, or why it is unknown. */
export function costOfPrompts(
  model: Model,
  calls: readonly CallTokens[],
  card: ApplicableCard,
): Money | NoPriceReason {
  const prompts = calls.map((call) => ({ ...call, outputTokens: 0, reasoningTokens: 0 }));
  const priced = priceCalls(model, prompts, card);
  return priced.kind === 'unpriced' ? priced.reason : costOfParts(priced.parts).input;
}
