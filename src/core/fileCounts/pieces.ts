import { countGroups, type CountedPart } from '../estimate/counts/groups';
import { countText } from '../estimate/counts/text';
import type { Sliced } from '../scheduling/sliced';
import { addTally, EMPTY_TALLY } from '../tokens/estimates/scriptTally';
import type { TokenCount } from '../tokens/tokenCount';
import type { FileCounters } from './fileCount';

/** Characters counted at once. */
const PIECE = 1_000_000;

/** A text that can be cut nowhere in so many characters is not counted. */
const LONGEST_PIECE = 32 * PIECE;

/** Ends of a piece that are looked at: from so many characters before its end on. */
const REACH = 4_000;

/** Counts a text that comes in pieces, exactly: it is cut only where the counts of both parts add up. */
export class PiecesCount {
  readonly #by: FileCounters;
  readonly #languageId: string;
  readonly #tally = EMPTY_TALLY.slice();
  readonly #tokens = new Map<string, number>();
  #text = '';

  constructor(by: FileCounters, languageId: string) {
    this.#by = by;
    this.#languageId = languageId;
    for (const { encoding } of by.counters) this.#tokens.set(encoding, 0);
  }

  /** @returns whether the text can be counted so far. */
  *add(text: string): Sliced<boolean> {
    this.#text += text;
    if (this.#text.length < PIECE) return true;
    const cut = this.#findCut(this.#text.length - REACH);
    if (cut < 0) return this.#text.length < LONGEST_PIECE;
    yield* this.#count(this.#text.slice(0, cut));
    this.#text = this.#text.slice(cut);
    return true;
  }

  *end(): Sliced<readonly TokenCount[]> {
    yield* this.#count(this.#text);
    this.#text = '';
    const whole: CountedPart = {
      tokens: this.#tokens,
      tally: this.#tally,
      languageId: this.#languageId,
    };
    return countGroups(this.#by.groups, [whole]);
  }

  /** The first place from here on that is safe in all encodings; -1: there is none. */
  #findCut(from: number): number {
    const { counters } = this.#by;
    for (let cut = from; cut < this.#text.length; cut++) {
      const [before, after] = [this.#text.charCodeAt(cut - 1), this.#text.charCodeAt(cut)];
      if (counters.every((counter) => counter.isSafeBoundary(before, after))) return cut;
    }
    return -1;
  }

  *#count(text: string): Sliced<void> {
    const { tokens, tally } = yield* countText(text, this.#by.counters);
    addTally(this.#tally, tally, 1);
    for (const [encoding, count] of tokens)
      this.#tokens.set(encoding, (this.#tokens.get(encoding) ?? 0) + count);
  }
}
