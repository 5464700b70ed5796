import { sumTokenCounts, type TokenCount } from '../../tokens/tokenCount';
import type { OwnCall } from '../modelScenario';
import { isSampled, sampledCount } from './sampled';

/** Texts of a file that have the same count, and whose calls say the same of themselves. */
export interface EqualTexts {
  readonly count: TokenCount;
  /** Number of texts. */
  readonly times: number;
  /** What their calls say: its place in the list of the file (`FileCalls`). */
  readonly call: number;
}

/** The count of a file of many texts, such as a batch of requests: its own figures are their sums. */
export interface ManyCount extends TokenCount {
  readonly texts: readonly EqualTexts[];
}

/** What a file says of all its calls, and what each of them says. */
export interface FileCalls extends OwnCall {
  readonly each: readonly OwnCall[];
  /** The texts are examples for fine-tuning: they have no price. */
  readonly isTraining?: true;
}

/** Whether the texts have tokens and no price. */
export function isForTraining(call: OwnCall | undefined): boolean {
  return call !== undefined && 'isTraining' in call;
}

/** What a file says of all its calls, as assumptions alone. */
export function ofAllCalls(call: OwnCall): OwnCall {
  if (!isFileCalls(call)) return call;
  const { each: _each, isTraining: _isTraining, ...ofAll } = call;
  return ofAll;
}

export function isMany(count: TokenCount): count is ManyCount {
  return 'texts' in count;
}

export function isFileCalls(call: OwnCall | undefined): call is FileCalls {
  return call !== undefined && 'each' in call;
}

/** Number of texts. */
export function textsIn(counts: readonly TokenCount[]): number {
  const each = counts.flatMap((count): readonly { readonly times: number }[] =>
    isMany(count) ? count.texts : [{ times: 1 }],
  );
  return each.reduce((sum, { times }) => sum + times, 0);
}

/** The sum of equal texts. */
export function countMany(texts: readonly EqualTexts[]): ManyCount {
  const counts = texts.map(({ count: { tokens, low, high, method }, times }) => ({
    tokens: tokens * times,
    low: low * times,
    high: high * times,
    method,
  }));
  return { ...sumTokenCounts(counts), texts };
}

/** The requests of a file whose calls have these places. */
export function textsOfCalls({ texts }: ManyCount, isChosen: (call: number) => boolean): ManyCount {
  return countMany(texts.filter(({ call }) => isChosen(call)));
}

/** The counts of parts of a file as that of the file. */
export function joinMany(parts: readonly ManyCount[]): ManyCount {
  return countMany(parts.flatMap(({ texts }) => texts));
}

/** A count in which each text, and each sample of one, has another one. */
export function mapTexts(count: TokenCount, map: (count: TokenCount) => TokenCount): TokenCount {
  if (isSampled(count)) return sampledCount(count.samples.map(map));
  if (!isMany(count)) return map(count);
  return countMany(count.texts.map((text) => ({ ...text, count: map(text.count) })));
}

/** Some texts with one count, and what their calls say of themselves. */
export interface CalledTexts {
  readonly count: TokenCount;
  readonly times: number;
  readonly own: OwnCall | undefined;
  /** They are one of so many samples of a text, of whose prices the mean counts; 1: they count as they are. */
  readonly samples: number;
}

/** The texts of each count and their samples, in the order of the counts. Thousands of texts share a few calls. */
export function* calledTexts(
  counts: readonly TokenCount[],
  calls: readonly OwnCall[],
): Generator<CalledTexts, void, undefined> {
  for (const [index, count] of counts.entries()) {
    const own = calls[index];
    if (isMany(count)) yield* textsOfFile(count, own);
    else if (isSampled(count)) {
      const samples = count.samples.length;
      for (const sample of count.samples) yield { count: sample, times: 1, own, samples };
    } else yield { count, times: 1, own, samples: 1 };
  }
}

function* textsOfFile({ texts }: ManyCount, own: OwnCall | undefined): Generator<CalledTexts> {
  const calls = isFileCalls(own) ? mergedCalls(own) : [];
  for (const { count, times, call } of texts)
    yield { count, times, own: calls[call] ?? own, samples: 1 };
}

const merged = new WeakMap<FileCalls, readonly OwnCall[]>();

/** What each call says, and the file of all. The same objects for the same file, one for equal calls. */
function mergedCalls(file: FileCalls): readonly OwnCall[] {
  const { each, ...ofAll } = file;
  const shared = new Map<OwnCall, OwnCall>();
  const mergedWith = (call: OwnCall): OwnCall => {
    const one = shared.get(call) ?? { ...ofAll, ...call };
    shared.set(call, one);
    return one;
  };
  const calls = merged.get(file) ?? each.map(mergedWith);
  merged.set(file, calls);
  return calls;
}
