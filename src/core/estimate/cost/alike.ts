import { findTier, type ApplicableCard } from '../../pricing/rates/lookup';
import type { Model, Tier } from '../../pricing/table/priceTable';
import type { FullScenario } from '../../scenario/scenario';
import type { TokenCount } from '../../tokens/tokenCount';
import { promptTokensOf, rolesOf } from '../conversation';
import { calledTexts, type CalledTexts } from '../counts/many';
import type { OwnCall } from '../modelScenario';
import type { BilledCall } from './call';

/** Texts whose calls differ in the length of the text alone. */
export interface AlikeTexts extends Pick<CalledTexts, 'own' | 'samples'> {
  /** Number of texts. */
  readonly texts: number;
  /** Sums of the tokens. */
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  /** The fewest tokens of a text, at the low end of its band. */
  readonly least: number;
  /** The text with the most tokens at the high end of its band. */
  readonly longest: TokenCount;
}

/** Hundreds of models have the same counts. */
const known = new WeakMap<
  readonly TokenCount[],
  { readonly calls: readonly OwnCall[]; readonly groups: readonly AlikeTexts[] }
>();

/** Groups texts by what their calls say of themselves and by their samples, in order of first appearance. */
export function alikeTexts(
  counts: readonly TokenCount[],
  calls: readonly OwnCall[],
): readonly AlikeTexts[] {
  const before = known.get(counts);
  if (before?.calls === calls) return before.groups;
  const groups = makeGroups(counts, calls);
  known.set(counts, { calls, groups });
  return groups;
}

function makeGroups(
  counts: readonly TokenCount[],
  calls: readonly OwnCall[],
): readonly AlikeTexts[] {
  const groups: Mutable<AlikeTexts>[] = [];
  const bySamples = new Map<number, Map<OwnCall | undefined, Mutable<AlikeTexts>>>();
  for (const texts of calledTexts(counts, calls)) {
    const { own, samples } = texts;
    const byCall = bySamples.get(samples) ?? new Map<OwnCall | undefined, Mutable<AlikeTexts>>();
    bySamples.set(samples, byCall);
    const group = byCall.get(own);
    if (group) addTexts(group, texts);
    else {
      const first = firstTexts(texts);
      byCall.set(own, first);
      groups.push(first);
    }
  }
  return groups;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function firstTexts({ own, count, times, samples }: CalledTexts): AlikeTexts {
  const { tokens, low, high } = count;
  return {
    own,
    samples,
    texts: times,
    tokens: tokens * times,
    low: low * times,
    high: high * times,
    least: low,
    longest: count,
  };
}

/** In place: there may be a hundred thousand texts. */
function addTexts(group: Mutable<AlikeTexts>, { count, times }: CalledTexts): void {
  group.texts += times;
  group.tokens += count.tokens * times;
  group.low += count.low * times;
  group.high += count.high * times;
  group.least = Math.min(group.least, count.low);
  if (count.high > group.longest.high) group.longest = count;
}

/** The sums of alike calls, at the low, expected and high number of tokens. */
export type AlikeBills = readonly [low: BilledCall, expected: BilledCall, high: BilledCall];

/**
 * Alike calls as one bill: possible where each token costs the same, so that the sum of the prices is the price of the
 * sums. Undefined if a call reads or writes a cache, has several turns, or if a tier begins between the shortest and
 * the longest prompt.
 *
 * Worked example: texts of 1,000 and 3,000 tokens with 500 output tokens each are billed as 4,000 input and 1,000
 * output tokens of 2 requests.
 */
export function billAlike(
  model: Model,
  group: AlikeTexts,
  scenario: FullScenario,
  card: ApplicableCard,
): AlikeBills | undefined {
  if (scenario.conversationTurns > 1 || scenario.cachedShare > 0) return undefined;
  const longestPromptTokens = promptTokensOf(model, group.longest.high, scenario, 1);
  const tier = findTier(card, longestPromptTokens);
  if (findTier(card, promptTokensOf(model, group.least, scenario, 1)) !== tier) return undefined;
  const at = (tokens: number): BilledCall => {
    const bill = sumOf(model, tokens, group.texts, scenario, tier);
    return { ...bill, longestPromptTokens };
  };
  return [at(group.low), at(group.tokens), at(group.high)];
}

function sumOf(
  model: Model,
  textTokens: number,
  requests: number,
  scenario: FullScenario,
  tier: Tier | undefined,
): Omit<BilledCall, 'longestPromptTokens'> {
  const { cacheWrite, reasoningTokens, treatTextAs } = scenario;
  const { sentTokens, outputTokens } = rolesOf(textTokens, scenario);
  const promptTokens = sentTokens + requests * promptTokensOf(model, 0, scenario, 1);
  const call = {
    promptTokens,
    tokensBefore: 0,
    tokensToCache: 0,
    cacheWrite,
    outputTokens: treatTextAs === 'output' ? outputTokens : requests * outputTokens,
    reasoningTokens: requests * reasoningTokens,
  };
  const split = { freshTokens: promptTokens, cachedTokens: 0, writtenTokens: 0 };
  return { call, split, tier, requests };
}
