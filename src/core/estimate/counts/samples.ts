import type { TextCount } from '../../tokens/document/countedChunks';
import { addTally, EMPTY_TALLY } from '../../tokens/estimates/scriptTally';
import type { TokenCount } from '../../tokens/tokenCount';
import type { Sliced } from '../../scheduling/sliced';
import type { TokenCounter } from '../../tokens/engine/tokenCounter';
import { countGroups, sumOfParts, type CountedPart, type CountGroups } from './groups';
import { countParts } from './text';

/**
 * The count of a text of average length, rounded to whole tokens: a call cannot have a part of one.
 *
 * Worked example: samples of 10, 11 and 14 tokens: 35 / 3 = 11.67, so 12 tokens.
 *
 * @param samples at least one.
 */
export function meanCount(samples: readonly TextCount[]): TextCount {
  const tally = EMPTY_TALLY.slice();
  let tokens = 0;
  for (const sample of samples) {
    tokens += sample.tokens;
    addTally(tally, sample.tally, 1);
  }
  const { length } = samples;
  return { tokens: Math.round(tokens / length), tally: tally.map((units) => units / length) };
}

/** The count of a text of average length in each encoding. All parts of a sample are in one language. */
export function meanPart(samples: readonly (readonly CountedPart[])[]): CountedPart {
  const sums = samples.map(sumOfParts);
  const encodings = [...(sums[0]?.tokens.keys() ?? [])];
  const inEncoding = (encoding: string): TextCount =>
    meanCount(sums.map(({ tokens, tally }) => ({ tokens: tokens.get(encoding) ?? 0, tally })));
  const { tally } = inEncoding('');
  const tokens = new Map(encodings.map((each) => [each, inEncoding(each).tokens]));
  return { tokens, tally, languageId: sums[0]?.languageId ?? '' };
}

/** The index of the longest sample; of equal ones the first. */
export function worstSample(samples: readonly Pick<TokenCount, 'tokens'>[]): number {
  let worst = 0;
  for (const [index, { tokens }] of samples.entries()) {
    if (tokens > (samples[worst]?.tokens ?? 0)) worst = index;
  }
  return worst;
}

/** The longest of several samples, in each group of models. */
export interface LongestSample {
  /** Number of samples, of which there are at least two. */
  readonly samples: number;
  /** One for each group. */
  readonly counts: readonly TokenCount[];
  /** Index of that sample: vocabularies may differ on which one is the longest. One for each group. */
  readonly places: readonly number[];
}

/** Undefined if there are not several samples. */
export function longestSample(
  groups: CountGroups,
  samples: readonly (readonly CountedPart[])[],
): LongestSample | undefined {
  if (samples.length < 2) return undefined;
  const counted = samples.map((parts) => countGroups(groups, parts));
  const places = groups.keys.map((_, group) =>
    worstSample(counted.flatMap((counts) => counts[group] ?? [])),
  );
  const counts = places.flatMap((place, group) => counted[place]?.[group] ?? []);
  return { samples: samples.length, counts, places };
}

type Parts = Parameters<typeof countParts>[0];

/** Counts a file: its parts or, of a template, a text of the average length of its samples. */
export function* countFile(
  parts: Parts,
  samples: readonly Parts[] | undefined,
  counters: readonly TokenCounter[],
): Sliced<readonly CountedPart[]> {
  return meanOf(yield* countSamples(parts, samples, counters));
}

/** Counts the parts of each sample; those of the file, if it has none. */
export function* countSamples(
  parts: Parts,
  samples: readonly Parts[] | undefined,
  counters: readonly TokenCounter[],
): Sliced<readonly (readonly CountedPart[])[]> {
  const counted: (readonly CountedPart[])[] = [];
  for (const sample of samples && samples.length > 0 ? samples : [parts]) {
    counted.push(yield* countParts(sample, counters));
  }
  return counted;
}

/** The parts of the only sample, or one of average length. @param samples at least one. */
export function meanOf(samples: readonly (readonly CountedPart[])[]): readonly CountedPart[] {
  const [first = []] = samples;
  return samples.length > 1 ? [meanPart(samples)] : first;
}
