import type { Sliced } from '../../scheduling/sliced';
import type { TokenCounter } from '../../tokens/engine/tokenCounter';
import type { TokenCount } from '../../tokens/tokenCount';
import { countGroups, type CountGroups } from './groups';
import { countParts } from './text';

/** Texts that stand directly before and after another one. */
interface Around {
  readonly before: string;
  readonly after: string;
}

/**
 * Tokens of what stands around each of several texts, for each group of models, in slices. It is counted apart from the
 * texts: both can share a token where they meet, such as one of line breaks, so the sum is at most a few tokens per text
 * from the count of all joined.
 */
export function* countAround(
  texts: readonly Around[],
  groups: CountGroups,
  counters: readonly TokenCounter[],
): Sliced<readonly (readonly TokenCount[])[]> {
  const counts: (readonly TokenCount[])[] = [];
  for (const { before, after } of texts) {
    const parts = [before, after].map((text) => ({ text, languageId: '' }));
    counts.push(countGroups(groups, yield* countParts(parts, counters)));
  }
  return counts;
}
