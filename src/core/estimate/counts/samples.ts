import type { Sliced } from '../../scheduling/sliced';
import type { TextCount } from '../../tokens/document/countedChunks';
import { addTally, EMPTY_TALLY } from '../../tokens/estimates/scriptTally';
import type { TokenCounter } from '../../tokens/engine/tokenCounter';
import type { TokenCount } from '../../tokens/tokenCount';
import { countGroups, type CountedPart, type CountGroups } from './groups';
import { sampledCount } from './sampled';
import { countParts } from './text';

/**
 * The count of a text of average length, in one encoding; its tokens need not be a whole number.
 *
 * Worked example: samples of 24 and 25 tokens: 24.5 tokens.
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
  return { tokens: tokens / length, tally: tally.map((units) => units / length) };
}

type Parts = Parameters<typeof countParts>[0];

/** The counted parts of a text with each of its samples; of one without samples, its own parts. At least one. */
export type CountedSamples = readonly (readonly CountedPart[])[];

/** Counts the parts of each sample; those of the file, if it has none. */
export function* countSamples(
  parts: Parts,
  samples: readonly Parts[] | undefined,
  counters: readonly TokenCounter[],
): Sliced<CountedSamples> {
  const counted: (readonly CountedPart[])[] = [];
  for (const sample of samples && samples.length > 0 ? samples : [parts]) {
    counted.push(yield* countParts(sample, counters));
  }
  return counted;
}

/** The count for each group, in the order of the groups. Each sample is counted by itself. */
export function countSampledGroups(
  groups: CountGroups,
  samples: CountedSamples,
): readonly TokenCount[] {
  const counts = samples.map((parts) => countGroups(groups, parts));
  return groups.keys.map((_, group) => sampledCount(counts.flatMap((each) => each[group] ?? [])));
}
