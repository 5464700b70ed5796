import type { Range, TextDocument } from 'vscode';
import type { Offsets } from '../../../core/files/templates/beginning';
import { countText } from '../../../core/estimate/counts/text';
import type { Sliced } from '../../../core/scheduling/sliced';
import type { TextCount } from '../../../core/tokens/document/countedChunks';
import type { TokenCounter } from '../../../core/tokens/engine/tokenCounter';
import { addTally, EMPTY_TALLY } from '../../../core/tokens/estimates/scriptTally';
import { lengthOf } from '../documentText';

interface Known {
  readonly text: string;
  readonly count: TextCount;
}

/** Counts of what stands in templates before their first placeholder, kept until it changes. */
export class BeginningCounts {
  readonly #known = new WeakMap<TextDocument, WeakMap<TokenCounter, Known>>();

  /** @param pieces of the text that are sent, as far as they stand before the placeholder. */
  *count(
    document: TextDocument,
    pieces: readonly string[],
    counter: TokenCounter,
  ): Sliced<TextCount> {
    const byCounter = this.#known.get(document) ?? new WeakMap<TokenCounter, Known>();
    this.#known.set(document, byCounter);
    const text = pieces.join('\0');
    const known = byCounter.get(counter);
    if (known?.text === text) return known.count;
    const tally = EMPTY_TALLY.slice();
    let tokens = 0;
    for (const piece of pieces) {
      const counted = yield* countText(piece, [counter]);
      tokens += counted.tokens.get(counter.encoding) ?? 0;
      addTally(tally, counted.tally, 1);
    }
    const count = { tokens, tally };
    byCounter.set(counter, { text, count });
    return count;
  }
}

/** @param ranges undefined: all of the document. */
export function offsetsOf(
  document: TextDocument,
  ranges: readonly Range[] | undefined,
): readonly Offsets[] {
  return (
    ranges?.map(
      ({ start, end }) => [document.offsetAt(start), document.offsetAt(end)] as const,
    ) ?? [[0, lengthOf(document)]]
  );
}
