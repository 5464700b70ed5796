import { sumTokenCounts, type TokenCount } from '../../tokens/tokenCount';
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
  const sized = files.map(({ path, count }) => ({ path, tokens: count[edge.measure] }));
  const entries = leaveOut(sized, edge.excess);
  if (!entries) return undefined;
  const gone = sumTokenCounts(
    entries.flatMap((entry) => entry.files.flatMap((index) => files[index]?.count ?? [])),
  );
  // What is beside the texts, such as pictures, is added to them again.
  const texts = [lessCount(sumTokenCounts(together.texts), gone)];
  return { edge, entries, gone, without: estimateAgain(together, { texts }) };
}

function lessCount(whole: TokenCount, part: TokenCount): TokenCount {
  const tokens = whole.tokens - part.tokens;
  return { ...whole, tokens, low: whole.low - part.low, high: whole.high - part.high };
}
