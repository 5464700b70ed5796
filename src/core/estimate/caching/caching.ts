import { addMoney, timesMoney, type Money } from '../../pricing/money';
import { lookUpCard } from '../../pricing/rates/lookup';
import { termsOf, type FullScenario } from '../../scenario/scenario';
import type { CallTokens } from '../cost/call';
import type { Unpriced } from '../cost/unpriced';
import { alikeTexts } from '../cost/alike';
import { cardsOf } from '../cost/byCard';
import { longestPriced } from '../cost/texts';
import { withoutBeside } from '../counts/sent';
import { promptTokensOf } from '../conversation';
import type { Beginning } from '../counts/beginning';
import { isTraining, type Estimate } from '../estimate';
import { scenarioAsPriced } from '../own/tiers';
import { breakEvenOfCalls, breakEvenOfTurns, type BreakEven, type CallCosts } from './breakEven';
import {
  cachedScenario,
  callsWith,
  costOfPrompts,
  costsOf,
  reaches,
  stableBeginning,
  stableTokensOf,
  type CachedCalls,
  type CachedModel,
  type CacheLifetime,
  type PriceOf,
  type StableBeginning,
} from './calls';

/** Whether writing a prompt to the cache pays on a model. */
export interface Caching {
  readonly lifetime: CacheLifetime;
  readonly stable: StableBeginning;
  /** Of the prompt, 0 to 1. */
  readonly stableShare: number;
  /** What is known to be the same in each call, whether it is taken for stable or not. */
  readonly known: KnownBeginning | undefined;
  /** Tokens of the stable beginning in the first call. */
  readonly stableTokens: number;
  /** `turns`: of one conversation. */
  readonly unit: 'calls' | 'turns';
  readonly outcome: CachingOutcome;
  /** The shortest prompt that the model caches; undefined: unknown, and the outcome holds if it is reached. */
  readonly minimumTokens: number | undefined;
  /** The count is estimated, and the minimum lies within its band: the outcome may be the other one. */
  readonly isNearMinimum: boolean;
}

export interface KnownBeginning extends Beginning {
  /** Of the prompt, 0 to 1. */
  readonly share: number;
}

export type CachingOutcome =
  | (BreakEven & { readonly costs: CachingCosts })
  | { readonly kind: 'belowMinimum'; readonly minimumTokens: number }
  /** There is no prompt, or no share of it that is stable. */
  | { readonly kind: 'nothingToCache' }
  | Unpriced;

/** The costs of the prompts of the first calls or turns together, with the cache and without it. */
export interface CachingCosts {
  /** Of one call, or of all turns together. */
  readonly all: CallCosts;
  /** The most calls or turns that have a cost. */
  readonly most: number;
  /** @param calls from 1 to `most`. */
  readonly sumOf: (calls: number) => { readonly without: Money; readonly cached: Money };
}

/** The lifetime that the scenario assumes, else the vendor's standard one. */
function lifetimeOf({ cacheWrite }: FullScenario): CacheLifetime {
  return cacheWrite === 'none' ? 'short' : cacheWrite;
}

/** Whether the scenario assumes a cache. */
export function assumesCache(scenario: FullScenario): boolean {
  const { cachedShare, cacheHistory, conversationTurns } = scenario;
  return cachedShare > 0 || (cacheHistory && conversationTurns > 1);
}

/**
 * Whether writing the longest text of an estimate to the cache pays, under its scenario and at its time. Answers do not
 * matter, except that they become history.
 *
 * Worked example: 10,000 tokens on claude-haiku-5-5 at 0.1 (input), 0.01 (cached) and 0.125 (cache write) USD per
 * million. Two calls cost 0.002 USD without the cache, and 0.00125 + 0.0001 = 0.00135 USD with it. If the first 6,000 are
 * known to be the same in each call: 0.0004 + 0.00075 and 0.0004 + 0.00006, together 0.00161 USD.
 */
export function cachingOf(
  { model, counts, calls, scenario: shared, atMs, price, beginning }: Estimate,
  lifetime = lifetimeOf(shared),
): Caching {
  const { longest: count, own } = longestPriced(alikeTexts(counts, withoutBeside(calls)));
  const scenario = scenarioAsPriced(model, shared, cardsOf(model, atMs))(own);
  const isConversation = scenario.conversationTurns > 1;
  const known = beginning && shareOf(beginning, promptTokensOf(model, count.tokens, scenario, 1));
  const stable = stableBeginning(scenario, known !== undefined);
  const stableShare = stable === 'share' ? scenario.cachedShare : shareTaken(stable, known);
  const question = { model, scenario: cachedScenario(scenario, lifetime, stable, stableShare) };
  const { cacheMinimumTokens: minimumTokens } = model;
  const isReachedAt = (tokens: number): boolean => reaches(question, tokens, minimumTokens ?? 0);
  return {
    lifetime,
    stable,
    stableShare,
    known,
    stableTokens: stableTokensOf(question, count.tokens),
    unit: isConversation ? 'turns' : 'calls',
    // Examples are not sent call by call.
    outcome: isTraining(price) ? price : outcomeOf(question, count.tokens, atMs),
    minimumTokens,
    isNearMinimum: isReachedAt(count.low) !== isReachedAt(count.high),
  };
}

function shareOf(beginning: Beginning, promptTokens: number): KnownBeginning {
  const { tokens } = beginning.count;
  return { ...beginning, share: promptTokens === 0 ? 0 : Math.min(1, tokens / promptTokens) };
}

function shareTaken(stable: StableBeginning, known: KnownBeginning | undefined): number {
  return stable === 'known' && known ? known.share : 1;
}

function outcomeOf(question: CachedModel, tokens: number, atMs: number): CachingOutcome {
  const { model, scenario } = question;
  const { cacheMinimumTokens: minimumTokens = 1 } = model;
  if (!reaches(question, tokens, 1)) return { kind: 'nothingToCache' };
  if (!reaches(question, tokens, minimumTokens)) return { kind: 'belowMinimum', minimumTokens };
  const card = lookUpCard(model, atMs, termsOf(scenario));
  if (card.kind === 'none') return { kind: 'unpriced', reason: card.reason };
  const calls = callsWith(question, tokens);
  const priceOf: PriceOf = (of) => costOfPrompts(model, of, card);
  const all = costsOf(calls, priceOf);
  if (typeof all === 'string') return { kind: 'unpriced', reason: all };
  return scenario.conversationTurns > 1 ? turnsOutcome(calls, all, priceOf) : callOutcome(all);
}

function callOutcome(ofCall: CallCosts): CachingOutcome {
  const { without, writing, reading } = ofCall;
  const sumOf: CachingCosts['sumOf'] = (calls) => ({
    without: timesMoney(without, calls),
    cached: addMoney(writing, timesMoney(reading, calls - 1)),
  });
  return { ...breakEvenOfCalls(ofCall), costs: { all: ofCall, most: Infinity, sumOf } };
}

/** Turns are priced one by one only until the cache pays, which is soon. */
function turnsOutcome(calls: CachedCalls, all: CallCosts, priceOf: PriceOf): CachingOutcome {
  const turns = calls.reading.length;
  const known = (of: readonly CallTokens[]): Money => {
    const cost = priceOf(of);
    if (typeof cost === 'string') throw new Error(`a priced conversation has no price: ${cost}`);
    return cost;
  };
  const between = (from: number, to: number) => ({
    without: known(calls.without.slice(from, to)),
    reading: known(calls.reading.slice(from, to)),
  });
  const breakEven = breakEvenOfTurns({ turns, all, ofTurn: (turn) => between(turn - 1, turn) });
  const sumOf: CachingCosts['sumOf'] = (turn) => {
    const { without, reading: cached } = between(0, turn);
    return { without, cached };
  };
  return { ...breakEven, costs: { all, most: turns, sumOf } };
}
