import { frameOf, headerOf, type HeaderStyle, type Wrapping } from '../../files/headers';
import type { Sliced } from '../../scheduling/sliced';
import type { TokenCounter } from '../../tokens/engine/tokenCounter';
import type { TokenCount } from '../../tokens/tokenCount';
import { countGroups, type CountGroups } from './groups';
import { countParts } from './text';

/** Tokens of what a packer writes around files, for each group of models. */
export interface CountedHeaders {
  /** Around all files. */
  readonly frame: readonly TokenCount[];
  /** Around each file. */
  readonly files: readonly (readonly TokenCount[])[];
}

/**
 * Counts headers apart from the texts between them, in slices. A text and its header can share a token where they meet,
 * such as one of line breaks: the sum is at most a few tokens per file from the count of the joined text.
 *
 * @param paths in the order of the files; their numbers are those of this order.
 */
export function* countHeaders(
  style: HeaderStyle,
  paths: readonly string[],
  groups: CountGroups,
  counters: readonly TokenCounter[],
): Sliced<CountedHeaders> {
  const frame = countGroups(groups, yield* countParts(partsOf(frameOf(style)), counters));
  const files: (readonly TokenCount[])[] = [];
  for (const [index, path] of paths.entries()) {
    const parts = partsOf(headerOf(style, path, index + 1));
    files.push(countGroups(groups, yield* countParts(parts, counters)));
  }
  return { frame, files };
}

function partsOf({ before, after }: Wrapping) {
  return [before, after].map((text) => ({ text, languageId: '' }));
}
