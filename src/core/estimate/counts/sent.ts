import { addMediaTokens, NO_TOKENS } from '../../media/sum';
import type { Model } from '../../pricing/table/priceTable';
import type { TextRole } from '../../scenario/scenario';
import type { TokenCount } from '../../tokens/tokenCount';
import type { OwnCall } from '../modelScenario';
import type { Beside, BesideTokens } from './beside';

/** Texts with what is sent beside them on a model. */
export interface Sent {
  /** Tokens of each text and of what is beside it. */
  readonly counts: readonly TokenCount[];
  /** What the calls say of themselves, without what is beside the texts; equal calls are one object. */
  readonly calls: readonly OwnCall[];
  /** In the order of the texts; empty: there is nothing beside any text. */
  readonly beside: readonly (BesideTokens | undefined)[];
  /** Of what is beside all texts together; undefined: nothing. */
  readonly sum: BesideTokens | undefined;
}

/** Hundreds of models have the same counts and calls, and few families. */
const known = new WeakMap<readonly TokenCount[], WeakMap<readonly OwnCall[], Map<string, Sent>>>();
const plain = new WeakMap<readonly OwnCall[], readonly OwnCall[]>();

/**
 * Adds to each text the tokens of what is sent beside it: from here on they are tokens of the input like any other, for
 * tiers, caches, the context window and the bands of cost.
 *
 * Worked example: 100 tokens of text and a picture of 1,024 × 1,024 pixels, 765 tokens on gpt-4o: 865. With a document
 * of 1,500 to 3,000 tokens beside it: 3,115, from 2,365 to 3,865.
 */
export function sentOn(
  model: Model,
  texts: readonly TokenCount[],
  calls: readonly OwnCall[],
  treatTextAs: TextRole,
): Sent {
  const first = calls === withoutBeside(calls) ? undefined : firstBeside(calls);
  if (!first) return { counts: texts, calls, beside: [], sum: undefined };
  if (treatTextAs === 'output') return nothingBeside(texts, calls);
  const byCalls = known.get(texts) ?? new WeakMap<readonly OwnCall[], Map<string, Sent>>();
  known.set(texts, byCalls);
  const byFamily = byCalls.get(calls) ?? new Map<string, Sent>();
  byCalls.set(calls, byFamily);
  const family = first.familyOf(model);
  const sent = byFamily.get(family) ?? addBeside(model, texts, calls);
  byFamily.set(family, sent);
  return sent;
}

function firstBeside(calls: readonly OwnCall[]): Beside | undefined {
  return calls.find(({ beside }) => beside)?.beside;
}

/** As output, only the text has a price. */
function nothingBeside(texts: readonly TokenCount[], calls: readonly OwnCall[]): Sent {
  const beside = texts.map((_, index) => {
    const { kinds = [] } = calls[index]?.beside ?? {};
    return { ...NO_TOKENS, unknown: kinds };
  });
  return { counts: texts, calls: withoutBeside(calls), beside, sum: sumBeside(beside) };
}

function addBeside(model: Model, texts: readonly TokenCount[], calls: readonly OwnCall[]): Sent {
  const beside = texts.map((_, index) => calls[index]?.beside?.on(model));
  return {
    counts: texts.map((count, index) => addTokens(count, beside[index])),
    calls: withoutBeside(calls),
    beside,
    sum: sumBeside(beside),
  };
}

function addTokens(count: TokenCount, beside: BesideTokens | undefined): TokenCount {
  if (!beside || beside.high === 0) return count;
  return {
    tokens: count.tokens + beside.tokens,
    low: count.low + beside.low,
    high: count.high + beside.high,
    method: beside.low === beside.high ? count.method : 'estimated',
  };
}

/** The calls without what is sent beside their texts; the same list if there is nothing beside. */
export function withoutBeside(calls: readonly OwnCall[]): readonly OwnCall[] {
  const before = plain.get(calls);
  if (before) return before;
  const shared = new Map<string, OwnCall>();
  // Thousands of calls are a few objects.
  const known = new Map<OwnCall, OwnCall>();
  const made = calls.some(({ beside }) => beside)
    ? calls.map((call) => {
        const one = known.get(call) ?? plainOf(call, shared);
        known.set(call, one);
        return one;
      })
    : calls;
  plain.set(calls, made);
  return made;
}

function plainOf(own: OwnCall, shared: Map<string, OwnCall>): OwnCall {
  const { beside: _, ...call } = own;
  const key = JSON.stringify(call);
  const one = shared.get(key) ?? call;
  shared.set(key, one);
  return one;
}

/** Adds up what is beside several texts; undefined if there is nothing. */
export function sumBeside(each: readonly (BesideTokens | undefined)[]): BesideTokens | undefined {
  const found = each.filter((beside) => beside !== undefined);
  return found.length === 0 ? undefined : addMediaTokens(found);
}
