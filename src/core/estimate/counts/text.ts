import { addTally, EMPTY_TALLY, tallyScripts } from '../../tokens/estimates/scriptTally';
import { SLICE_WORK, type Sliced } from '../../scheduling/sliced';
import type { TokenCounter } from '../../tokens/engine/tokenCounter';
import type { CountedPart } from './groups';

/** A text's tokens by encoding, and the tally of its scripts for estimates. */
export type CountedText = Omit<CountedPart, 'languageId'>;

/** Counts a text with each counter, in slices. */
export function* countText(text: string, counters: readonly TokenCounter[]): Sliced<CountedText> {
  const tally = EMPTY_TALLY.slice();
  for (let start = 0; start < text.length; start += SLICE_WORK) {
    addTally(tally, tallyScripts(text.slice(start, start + SLICE_WORK)), 1);
    yield;
  }
  const tokens = new Map<string, number>();
  for (const counter of counters) {
    tokens.set(counter.encoding, yield* counter.countSliced(text));
    yield;
  }
  return { tokens, tally };
}

/** Counts parts of a text, each in its language, with each counter, in slices. */
export function* countParts(
  parts: readonly { readonly text: string; readonly languageId: string }[],
  counters: readonly TokenCounter[],
): Sliced<readonly CountedPart[]> {
  const counted: CountedPart[] = [];
  for (const { text, languageId } of parts) {
    const { tokens, tally } = yield* countText(text, counters);
    counted.push({ tokens, tally, languageId });
  }
  return counted;
}
