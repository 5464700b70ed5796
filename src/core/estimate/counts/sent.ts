import type { MediaKind } from '../../media/part';
import { addMediaTokens, NO_TOKENS, timesTokens } from '../../media/sum';
import type { Model } from '../../pricing/table/priceTable';
import type { FullScenario } from '../../scenario/scenario';
import type { TokenCount } from '../../tokens/tokenCount';
import { chatFamily, formatTokens, NO_FORMAT, sumFormats, type FormatTokens } from '../chatFormat';
import type { OwnCall } from '../modelScenario';
import type { Beside, BesideTokens } from './beside';
import { countMany, isFileCalls, isMany, type FileCalls, type ManyCount } from './many';
import { oncePerPair } from './shared';

/** Texts with what is sent beside them on a model. */
export interface Sent {
  /** Tokens of each text, of what is beside it, and of what the chat format adds. */
  readonly counts: readonly TokenCount[];
  /** The same without the chat format. */
  readonly contents: readonly TokenCount[];
  /** What the calls say of themselves, without what is beside the texts; equal calls are one object. */
  readonly calls: readonly OwnCall[];
  /** In the order of the texts; empty: there is nothing beside any text. */
  readonly beside: readonly (BesideTokens | undefined)[];
  /** Of what is beside all texts together; undefined: nothing. */
  readonly sum: BesideTokens | undefined;
  /** What the chat format adds to each text; empty: nothing to any. */
  readonly formats: readonly FormatTokens[];
  /** To all texts together. */
  readonly format: FormatTokens;
}

/** Hundreds of models have the same counts and calls, and few families. */
const known = new WeakMap<readonly TokenCount[], WeakMap<readonly OwnCall[], Map<string, Sent>>>();
const plain = new WeakMap<readonly OwnCall[], readonly OwnCall[]>();

/**
 * Adds to each text the tokens of what is sent beside it, and of the chat format around its messages: from here on they
 * are tokens of the input like any other, for tiers, caches, the context window, the bands of cost and all that is shown.
 *
 * Worked example: 100 tokens of text and a picture of 1,024 × 1,024 pixels, 765 tokens on gpt-4o: 865; as one message
 * 865 + 4 + 3 = 872. With a document of 1,500 to 3,000 tokens beside it: 3,115, from 2,365 to 3,865.
 */
export function sentOn(
  model: Model,
  texts: readonly TokenCount[],
  calls: readonly OwnCall[],
  { treatTextAs, messages }: Pick<FullScenario, 'treatTextAs' | 'messages'>,
): Sent {
  const first = calls === withoutBeside(calls) ? undefined : firstBeside(calls);
  if (!first && messages === 0 && !calls.some(hasMessages))
    return { ...NOTHING_ADDED, counts: texts, contents: texts, calls };
  const byCalls = known.get(texts) ?? new WeakMap<readonly OwnCall[], Map<string, Sent>>();
  known.set(texts, byCalls);
  const byFamily = byCalls.get(calls) ?? new Map<string, Sent>();
  byCalls.set(calls, byFamily);
  const family = [first?.familyOf(model), chatFamily(model), messages, treatTextAs].join('\n');
  const add = treatTextAs === 'output' ? addNothing : addAll;
  const sent = byFamily.get(family) ?? add(model, texts, calls, messages);
  byFamily.set(family, sent);
  return sent;
}

const NOTHING_ADDED: Pick<Sent, 'beside' | 'sum' | 'formats' | 'format'> = {
  beside: [],
  sum: undefined,
  formats: [],
  format: NO_FORMAT,
};

function firstBeside(calls: readonly OwnCall[]): Beside | undefined {
  for (const call of calls) {
    const beside = call.beside ?? (isFileCalls(call) ? firstBeside(call.each) : undefined);
    if (beside) return beside;
  }
  return undefined;
}

function hasMessages(call: OwnCall): boolean {
  return (call.messages ?? 0) > 0 || (isFileCalls(call) && call.each.some(hasMessages));
}

/** As output, only the text is counted; messages around it are in the input of its price. */
function addNothing(
  model: Model,
  texts: readonly TokenCount[],
  calls: readonly OwnCall[],
  assumedMessages: number,
): Sent {
  const beside = calls.some(hasBeside)
    ? texts.map((_, index) => ({ ...NO_TOKENS, unknown: kindsBeside(calls[index]) }))
    : [];
  const formats = texts.map((count, index) => {
    const { format } = addFormat(model, count, calls[index], assumedMessages);
    return { format: { ...format, tokens: 0 } };
  });
  return {
    counts: texts,
    contents: texts,
    calls: withoutBeside(calls),
    beside,
    sum: sumBeside(beside),
    formats: formats.map(({ format }) => format),
    format: sumFormats(formats),
  };
}

function kindsBeside(call: OwnCall | undefined): readonly MediaKind[] {
  const kinds = isFileCalls(call) ? call.each.flatMap(kindsBeside) : (call?.beside?.kinds ?? []);
  return [...new Set(kinds)];
}

function addAll(
  model: Model,
  texts: readonly TokenCount[],
  calls: readonly OwnCall[],
  assumedMessages: number,
): Sent {
  const besideOf = oncePerPair((count, call) => addBeside(model, count, call));
  const formatOf = oncePerPair((count, call) => addFormat(model, count, call, assumedMessages));
  const besides = texts.map((count, index) => besideOf(count, calls[index]));
  const contents = besides.map(({ count }) => count);
  const sent = contents.map((count, index) => formatOf(count, calls[index]));
  const beside = besides.map((text) => text.beside);
  return {
    counts: sent.map(({ count }) => count),
    contents,
    calls: withoutBeside(calls),
    beside,
    sum: sumBeside(beside),
    formats: sent.map(({ format }) => format),
    format: sumFormats(sent),
  };
}

interface BesideText {
  readonly count: TokenCount;
  readonly beside: BesideTokens | undefined;
}

function addBeside(model: Model, count: TokenCount, call: OwnCall | undefined): BesideText {
  if (isMany(count) && isFileCalls(call)) return addToRequests(model, count, call);
  const beside = call?.beside?.on(model);
  return { count: addTokens(count, beside), beside };
}

/** To each request of a file what is beside its own text. */
function addToRequests(model: Model, count: ManyCount, { each }: FileCalls): BesideText {
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

interface FormattedText {
  readonly count: TokenCount;
  readonly format: FormatTokens;
}

function addFormat(
  model: Model,
  count: TokenCount,
  call: OwnCall | undefined,
  assumedMessages: number,
): FormattedText {
  const ofAll = call?.messages ?? assumedMessages;
  if (!isMany(count)) {
    const format = formatTokens(model, ofAll);
    return { count: addExact(count, format.tokens), format };
  }
  const ofCalls = isFileCalls(call)
    ? call.each.map(({ messages = ofAll }) => formatTokens(model, messages))
    : [];
  const ofOthers = formatTokens(model, ofAll);
  const texts = count.texts.map((text) => ({ text, format: ofCalls[text.call] ?? ofOthers }));
  const format = sumFormats(
    texts.map(({ text: { times }, format: ofText }) => ({ format: ofText, times })),
  );
  if (format.tokens === 0) return { count, format };
  const added = texts.map(({ text: { count: own, times, call: place }, format: ofText }) => {
    return { count: addExact(own, ofText.tokens), times, call: place };
  });
  return { count: countMany(added), format };
}

function addExact(count: TokenCount, tokens: number): TokenCount {
  if (tokens === 0) return count;
  return {
    ...count,
    tokens: count.tokens + tokens,
    low: count.low + tokens,
    high: count.high + tokens,
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
  const made = calls.some(hasBeside)
    ? calls.map((call) => {
        const one = known.get(call) ?? plainOf(call, shared);
        known.set(call, one);
        return one;
      })
    : calls;
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
