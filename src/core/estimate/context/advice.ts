import type { TokenCount } from '../../tokens/tokenCount';
import { addSampled, longestPlace, sampleAt, sampledCount, samplesOf } from '../counts/sampled';
import { estimateAgain, type Estimate } from '../estimate';
import { edgeAbove, type Edge } from './edge';
import { leaveOut, type LeftOut } from './leaveOut';

/** What to leave out of one call with several files. */
export interface Advice {
  readonly edge: Edge;
  readonly entries: readonly LeftOut[];
  /** Of the entries together. */
  readonly gone: TokenCount;
  /** Of the call without them. */
  readonly without: Estimate;
}

/** A file of the call, with its headers. */
export interface ContextFile {
  readonly path: string;
  readonly count: TokenCount;
}

/**
 * What to leave out of a call that exceeds its model's context window, or that has the rates of long prompts.
 * Undefined if it does neither, or if what would be left is nothing.
 *
 * @param together the estimate of the one call.
 */
export function adviseOn(together: Estimate, files: readonly ContextFile[]): Advice | undefined {
  const edge = edgeAbove(together);
  if (!edge) return undefined;
  // The call that exceeds it the most has one sample of each template.
  const call = longestPlace(samplesOf(together.texts[0] ?? together.count));
  const sized = files.map(({ path, count }) => ({
    path,
    tokens: sampleAt(samplesOf(count), call)[edge.measure],
  }));
  const entries = leaveOut(sized, edge.excess);
  if (!entries) return undefined;
  const gone = addSampled(
    entries.flatMap((entry) => entry.files.flatMap((index) => files[index]?.count ?? [])),
  );
  // What is beside the texts, such as pictures, is added to them again.
  const texts = [lessCount(addSampled(together.texts), gone)];
  const without = estimateAgain(together, { texts });
  // Without what is too much in one call, another sample may exceed it.
  const left = edgeAbove(without);
  const isPassed = left?.kind === edge.kind && left.tokens >= edge.tokens;
  return isPassed ? undefined : { edge, entries, gone, without };
}

function lessCount(whole: TokenCount, part: TokenCount): TokenCount {
  const parts = samplesOf(part);
  const each = samplesOf(whole).map((count, call): TokenCount => {
    const { tokens, low, high } = sampleAt(parts, call);
    const { method } = count;
    return { tokens: count.tokens - tokens, low: count.low - low, high: count.high - high, method };
  });
  return sampledCount(each);
}
