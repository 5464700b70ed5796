import type { Fraction } from '../../pricing/money';
import { sumTokenCounts, type TokenCount } from '../../tokens/tokenCount';

/**
 * The count of a text with each of several samples of its values, of which one is sent in a call. Its own figures are
 * their means, which need not be whole numbers; a price is the mean of the prices of the samples.
 */
export interface SampledCount extends TokenCount {
  /** At least two. */
  readonly samples: readonly TokenCount[];
}

export function isSampled(count: TokenCount): count is SampledCount {
  return 'samples' in count;
}

/**
 * The count of a text with each of its samples; the only one of them, if there are not several.
 *
 * Worked example: samples of 24 and 25 tokens have 24.5 tokens.
 *
 * @param samples at least one.
 */
export function sampledCount(samples: readonly TokenCount[]): TokenCount {
  const [first] = samples;
  if (!first) throw new RangeError('no sample');
  if (samples.length === 1) return first;
  const { tokens, low, high, method } = sumTokenCounts(samples);
  const { length } = samples;
  const mean = { tokens: tokens / length, low: low / length, high: high / length, method };
  return Object.assign(mean, { samples });
}

/** The counts of a text with each of its samples; of a text without samples, its own. */
export function samplesOf(count: TokenCount): readonly TokenCount[] {
  return isSampled(count) ? count.samples : [count];
}

/** The tokens of a text as an exact number: 49/2 for samples of 24 and 25 tokens. */
export function exactTokens(count: TokenCount): Fraction {
  const samples = samplesOf(count);
  const sum = samples.reduce((all, { tokens }) => all + BigInt(tokens), 0n);
  return { numerator: sum, denominator: BigInt(samples.length) };
}

/** The index of the longest sample, at the high end of its band; of equal ones the first. */
export function longestPlace(samples: readonly Pick<TokenCount, 'high'>[]): number {
  let longest = 0;
  for (const [index, { high }] of samples.entries()) {
    if (high > (samples[longest]?.high ?? 0)) longest = index;
  }
  return longest;
}

/** The count with the longest sample: what does not fit a model is said of it. */
export function longestOf(count: TokenCount): TokenCount {
  if (!isSampled(count)) return count;
  return count.samples[longestPlace(count.samples)] ?? count;
}

/** More calls than this take too long to price on each model. */
const MOST_CALLS = 1000;

/**
 * Texts that are sent together. Call by call each text has its next sample; one with fewer samples begins again, until
 * each sample of each text was sent equally often, but for 1,000 calls at most: then nearly so.
 *
 * Worked example: 10 tokens and samples of 1 and 3 are 11 and 13 tokens. With samples of 100, 200 and 300 beside them
 * they are 111, 213, 311, 113, 211 and 313 tokens.
 */
export function addSampled(counts: readonly TokenCount[]): TokenCount {
  const sampled = counts.filter(isSampled);
  if (sampled.length === 0) return sumTokenCounts(counts);
  const same = sumTokenCounts(counts.filter((count) => !isSampled(count)));
  const calls = callsOfSamples(sampled.map(({ samples }) => samples.length));
  return sampledCount(
    Array.from({ length: calls }, (_, call) =>
      sumTokenCounts([same, ...sampled.map(({ samples }) => sampleAt(samples, call))]),
    ),
  );
}

/** The sample that a text has in a call, of those that follow each other. */
export function sampleAt<T>(samples: readonly T[], call: number): T {
  const sample = samples[call % samples.length];
  if (sample === undefined) throw new RangeError('no sample');
  return sample;
}

/** Calls until texts with these numbers of samples have sent each of them equally often: 6 for 2 and 3; at most 1,000. */
export function callsOfSamples(numbers: readonly number[]): number {
  const all = numbers.reduce(
    (calls, number) => (calls / greatestDivisor(calls, number)) * number,
    1,
  );
  return Math.min(all, MOST_CALLS);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
