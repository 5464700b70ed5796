import { finish, type Sliced, type WorkMeter } from '../../../scheduling/sliced';
import type { EncodingName } from '../../encodings';
import { BytePairs } from './bytePairs';
import { counterOf, type ReadText, type TokenCounter } from '../tokenCounter';
import type { Vocabulary } from '../vocabulary';

/** UTF-16 code units of a first text up to which a table of its tokens alone is built. */
const SMALL_TEXT = 0x4000;

/**
 * Counts as `createCounter` does, but answers for a small first text sooner: its table holds only the tokens that the
 * text may contain, about one in thirty of English text. The whole table is built when another text needs it. For a
 * program that often counts one small text and ends.
 */
export class QuickCounter implements TokenCounter {
  readonly encoding: EncodingName;
  readonly #vocabulary: Vocabulary;
  readonly #classes: Uint8Array;
  #small: { readonly pairs: BytePairs; readonly counter: TokenCounter } | undefined;
  #whole: TokenCounter | undefined;

  constructor(encoding: EncodingName, vocabulary: Vocabulary, classes: Uint8Array) {
    this.encoding = encoding;
    this.#vocabulary = vocabulary;
    this.#classes = classes;
  }

  get work(): Readonly<WorkMeter> {
    const units = (this.#small?.counter.work.units ?? 0) + (this.#whole?.work.units ?? 0);
    return { units };
  }

  count(text: string): number {
    return finish(this.countSliced(text));
  }

  *countSliced(text: string): Sliced<number> {
    const counter = yield* this.#counterFor(text);
    return yield* counter.countSliced(text);
  }

  *countUnbroken(length: number, read: ReadText): Sliced<number> {
    const counter = yield* this.#wholeCounter();
    return yield* counter.countUnbroken(length, read);
  }

  isSafeBoundary(before: number, after: number): boolean {
    return finish(this.#wholeCounter()).isSafeBoundary(before, after);
  }

  findSafeBoundary(text: string, from: number, to: number): number {
    return finish(this.#wholeCounter()).findSafeBoundary(text, from, to);
  }

  *#counterFor(text: string): Sliced<TokenCounter> {
    if (this.#whole) return this.#whole;
    if (this.#small?.pairs.hold(text)) return this.#small.counter;
    if (this.#small || text.length > SMALL_TEXT) return yield* this.#wholeCounter();
    const pairs = new BytePairs(text);
    const counter = yield* counterOf(this.encoding, this.#vocabulary, this.#classes, pairs);
    this.#small = { pairs, counter };
    return counter;
  }

  *#wholeCounter(): Sliced<TokenCounter> {
    return (this.#whole ??= yield* counterOf(this.encoding, this.#vocabulary, this.#classes));
  }
}
