import type { MediaKind } from '../../media/part';
import { addMediaTokens, NO_TOKENS, timesTokens } from '../../media/sum';
import type { Model } from '../../pricing/table/priceTable';
import type { TextRole } from '../../scenario/scenario';
import type { TokenCount } from '../../tokens/tokenCount';
import type { OwnCall } from '../modelScenario';
import type { Beside, BesideTokens } from './beside';
import { countMany, isFileCalls, isMany, type FileCalls, type ManyCount } from './many';

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
  for (const call of calls) {
    const beside = call.beside ?? (isFileCalls(call) ? firstBeside(call.each) : undefined);
    if (beside) return beside;
  }
  return undefined;
}

/** As output, only the text has a price. */
function nothingBeside(texts: readonly TokenCount[], calls: readonly OwnCall[]): Sent {
  const beside = texts.map((_, index) => ({ ...NO_TOKENS, unknown: kindsBeside(calls[index]) }));
  return { counts: texts, calls: withoutBeside(calls), beside, sum: sumBeside(beside) };
}

function kindsBeside(call: OwnCall | undefined): readonly MediaKind[] {
  const kinds = isFileCalls(call) ? call.each.flatMap(kindsBeside) : (call?.beside?.kinds ?? []);
  return [...new Set(kinds)];
}

function addBeside(model: Model, texts: readonly TokenCount[], calls: readonly OwnCall[]): Sent {
  const sent = texts.map((count, index) => addToText(model, count, calls[index]));
  const besides = sent.map(({ beside }) => beside);
  return {
    counts: sent.map(({ count }) => count),
    calls: withoutBeside(calls),
    beside: besides,
    sum: sumBeside(besides),
  };
}

interface SentText {
  readonly count: TokenCount;
  readonly beside: BesideTokens | undefined;
}

function addToText(model: Model, count: TokenCount, call: OwnCall | undefined): SentText {
  if (isMany(count) && isFileCalls(call)) return addToRequests(model, count, call);
  const beside = call?.beside?.on(model);
  return { count: addTokens(count, beside), beside };
}

/** To each request of a file what is beside its own text. */
function addToRequests(model: Model, count: ManyCount, { each }: FileCalls): SentText {
  const ofCalls = each.map(({ beside }) => beside?.on(model));
  if (!ofCalls.some((beside) => beside)) return { count, beside: undefined };
  const { texts } = count;
  return {
    count: countMany(
      texts.map((text) => ({ ...text, count: addTokens(text.count, ofCalls[text.call]) })),
    ),
    beside: sumBeside(
      texts.map(({ call, times }) => ofCalls[call] && timesTokens(ofCalls[call], times)),
    ),
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
  const made = calls.some(hasBeside) ? calls.map((call) => plainOf(call, shared)) : calls;
  plain.set(calls, made);
  return made;
}

function hasBeside(call: OwnCall): boolean {
  return call.beside !== undefined || (isFileCalls(call) && call.each.some(hasBeside));
}

function plainOf(own: OwnCall, shared: Map<string, OwnCall>): OwnCall {
  if (isFileCalls(own)) return plainFile(own);
  const { beside: _, ...call } = own;
  const key = JSON.stringify(call);
  const one = shared.get(key) ?? call;
  shared.set(key, one);
  return one;
}

function plainFile(file: FileCalls): FileCalls {
  return hasBeside(file) ? { ...file, each: withoutBeside(file.each) } : file;
}

/** Adds up what is beside several texts; undefined if there is nothing. */
export function sumBeside(each: readonly (BesideTokens | undefined)[]): BesideTokens | undefined {
  const found = each.filter((beside) => beside !== undefined);
  return found.length === 0 ? undefined : addMediaTokens(found);
}
