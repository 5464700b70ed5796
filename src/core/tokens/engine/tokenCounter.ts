import { ByteBuffer } from './byteBuffer';
import type { BytePairs } from './quick/bytePairs';
import { createClassTable } from './characterClasses';
import { type EncodingName, type EncodingRecipe, RECIPES } from '../encodings';
import { beginsNormalization, isStable, normalizeNfc } from './normalization';
import { PieceCounter } from './pieceCounter';
import { CasedPreTokenizer } from './preTokenizers/cased';
import { DeepseekPreTokenizer } from './preTokenizers/deepseek';
import { EndlessScan } from './preTokenizers/endlessScan';
import { GemmaPreTokenizer } from './preTokenizers/gemma';
import { isSecondHalf, type PreTokenizer } from './preTokenizers/preTokenizer';
import { UncasedPreTokenizer } from './preTokenizers/uncased';
import { RankTable } from './rankTable';
import { finish, SLICE_WORK, type Sliced, type WorkMeter } from '../../scheduling/sliced';
import { parseSliced, type Vocabulary } from './vocabulary';

/** Reads a range of a text; offsets in UTF-16 code units. */
export type ReadText = (start: number, end: number) => string;

/** Counts tokens in one encoding. Special tokens in a text count as ordinary text. */
export interface TokenCounter {
  readonly encoding: EncodingName;

  /** The exact count of a text, in near-linear time for every text. */
  count(text: string): number;

  /** `count` in slices; other texts may be counted between slices. */
  countSliced(text: string): Sliced<number>;

  /**
   * `countSliced` for a text that may have no safe boundary, such as a million letters `a`. Reads the text once, in
   * blocks; it must not change until the last slice.
   */
  countUnbroken(length: number, read: ReadText): Sliced<number>;

  /** Whether the counts of both parts add up when a text is cut between these two UTF-16 code units. */
  isSafeBoundary(before: number, after: number): boolean;

  /** The first index in [from, to) before which a cut is safe, or -1; `from` > 0. */
  findSafeBoundary(text: string, from: number, to: number): number;

  /** Units of work so far: about one for each byte and for each merge step. */
  readonly work: Readonly<WorkMeter>;
}

/** Window length in UTF-16 code units; fits the CPU's caches. */
const WINDOW = SLICE_WORK / 2;
/** Number of pieces split before they are counted. */
const PIECES_AT_ONCE = 128;
/** Search range past WINDOW for a safe boundary; without one, the window counts as unbroken. */
const WINDOW_REACH = WINDOW;

/**
 * @param vocabulary the bytes of the encoding's file (`RECIPES[encoding].file`)
 * @param classes made by `createClassTable`, which counters can share
 * @throws {VocabularyError} if the bytes are not that file's
 */
export function createCounter(
  encoding: EncodingName,
  vocabulary: Uint8Array,
  classes: Uint8Array = createClassTable(),
): TokenCounter {
  return finish(buildCounter(encoding, vocabulary, classes));
}

/** `createCounter` in slices. */
export function* buildCounter(
  encoding: EncodingName,
  packed: Uint8Array,
  classes: Uint8Array,
): Sliced<TokenCounter> {
  const vocabulary = yield* parseSliced(packed, RECIPES[encoding].tokenLimit);
  yield;
  return yield* counterOf(encoding, vocabulary, classes);
}

/**
 * `buildCounter` of a vocabulary that is read.
 * @param pairs of the only texts that it may count; default: it counts every text
 */
export function* counterOf(
  encoding: EncodingName,
  vocabulary: Vocabulary,
  classes: Uint8Array,
  pairs?: BytePairs,
): Sliced<TokenCounter> {
  const known = pairs && (yield* pairs.tokensOf(vocabulary));
  const ranks = yield* RankTable.build(vocabulary, known);
  const recipe = RECIPES[encoding];
  const preTokenizer = yield* buildPreTokenizer(recipe, classes, vocabulary, ranks, known);
  return new BytePairCounter(encoding, preTokenizer, ranks);
}

class BytePairCounter implements TokenCounter {
  readonly encoding: EncodingName;
  readonly work: WorkMeter = { units: 0 };
  readonly #normalizes: boolean;
  readonly #preTokenizer: PreTokenizer;
  readonly #pieceCounter: PieceCounter;
  readonly #buffer = new ByteBuffer((WINDOW + WINDOW_REACH) * 3);
  readonly #ends = new Int32Array(PIECES_AT_ONCE);

  constructor(encoding: EncodingName, preTokenizer: PreTokenizer, ranks: RankTable) {
    const recipe = RECIPES[encoding];
    const unit = recipe.preTokenizer === 'gemma' ? 'character' : 'byte';
    this.encoding = encoding;
    this.#normalizes = recipe.normalizes;
    this.#preTokenizer = preTokenizer;
    this.#pieceCounter = new PieceCounter(ranks, unit, this.work);
  }

  count(text: string): number {
    return finish(this.countSliced(text));
  }

  *countSliced(text: string): Sliced<number> {
    let tokens = 0;
    for (let start = 0; start < text.length;) {
      const end = yield* this.#windowEnd(text, start);
      const from = start;
      tokens +=
        end - start <= WINDOW + WINDOW_REACH
          ? yield* this.#countWindow(text.slice(start, end))
          : yield* this.countUnbroken(end - start, (first, last) =>
              text.slice(from + first, from + last),
            );
      start = end;
      if (start < text.length) yield;
    }
    return tokens;
  }

  isSafeBoundary(before: number, after: number): boolean {
    if (!this.#preTokenizer.isSafeBoundary(before, after)) return false;
    return !this.#normalizes || (isStable(before) && isStable(after));
  }

  findSafeBoundary(text: string, from: number, to: number): number {
    let before = text.charCodeAt(from - 1);
    for (let cut = from; cut < to; cut++) {
      const after = text.charCodeAt(cut);
      if (this.isSafeBoundary(before, after)) return cut;
      before = after;
    }
    return -1;
  }

  *#windowEnd(text: string, start: number): Sliced<number> {
    if (text.length - start <= WINDOW + WINDOW_REACH) return text.length;
    for (let from = start + WINDOW; from < text.length; from += WINDOW) {
      const cut = this.findSafeBoundary(text, from, Math.min(from + WINDOW, text.length));
      if (cut >= 0) return cut;
      yield;
    }
    return text.length;
  }

  *countUnbroken(length: number, read: ReadText): Sliced<number> {
    const buffer = yield* this.#encode(length, read);
    const scan = new EndlessScan();
    let tokens = 0;
    for (let position = 0; position < buffer.length;) {
      const pieces = this.#preTokenizer.splitEndless(buffer, position, this.#ends, scan);
      tokens += this.#pieceCounter.count(buffer, position, this.#ends, pieces);
      if (pieces > 0) position = this.#ends[pieces - 1] as number;
      const longPieces = this.#takeLongPieces();
      this.work.units += scan.seenBytes;
      yield;
      tokens += yield* this.#pieceCounter.mergeSliced(buffer, longPieces);
    }
    return tokens;
  }

  /** Counts a window in one slice, unless it has many new pieces or long pieces. */
  *#countWindow(text: string): Sliced<number> {
    let buffer = this.#buffer;
    this.#fill(buffer, text);
    let pauseAt = this.work.units + SLICE_WORK;
    const longPieces: number[] = [];
    let tokens = 0;
    for (let position = 0; position < buffer.length;) {
      const pieces = this.#preTokenizer.split(buffer, position, this.#ends);
      tokens += this.#pieceCounter.count(buffer, position, this.#ends, pieces);
      position = this.#ends[pieces - 1] as number;
      longPieces.push(...this.#takeLongPieces());
      if (this.work.units < pauseAt || position === buffer.length) continue;
      buffer = this.#ownBuffer(buffer);
      yield;
      pauseAt = this.work.units + SLICE_WORK;
    }
    if (longPieces.length === 0) return tokens;
    return tokens + (yield* this.#pieceCounter.mergeSliced(this.#ownBuffer(buffer), longPieces));
  }

  /** Copies the window's bytes, because other texts use the shared buffer while this one pauses. */
  #ownBuffer(buffer: ByteBuffer): ByteBuffer {
    return buffer === this.#buffer ? buffer.copy() : buffer;
  }

  /** Takes the deferred pieces, because other texts use the shared list while this one pauses. */
  #takeLongPieces(): readonly number[] {
    const { longPieces } = this.#pieceCounter;
    return longPieces.length === 0 ? longPieces : longPieces.splice(0);
  }

  #fill(buffer: ByteBuffer, text: string): void {
    buffer.fill(text);
    this.work.units += buffer.length;
    if (buffer.length === text.length) return;
    if (this.#normalizes) {
      const normalized = normalizeNfc(text);
      if (normalized !== text) buffer.fill(normalized);
    }
    if (this.#preTokenizer.prepare) finish(this.#preTokenizer.prepare(buffer));
  }

  /** The prepared bytes of a long text, read in blocks. */
  *#encode(length: number, read: ReadText): Sliced<ByteBuffer> {
    const buffer = new ByteBuffer(3 * length);
    let uncut: string[] = [];
    for (let start = 0; start < length; start += WINDOW) {
      const end = Math.min(start + WINDOW, length);
      const block = read(start, end);
      // Encoding and reading cost less than counting.
      this.work.units += block.length >> 2;
      const cut = end === length ? block.length : this.#lastCut(block);
      if (cut === 0) {
        uncut.push(block);
      } else {
        const text = uncut.join('') + block.slice(0, cut);
        buffer.append(this.#normalizes ? normalizeNfc(text) : text);
        uncut = [block.slice(cut)];
      }
      yield;
    }
    if (buffer.length > length && this.#preTokenizer.prepare) {
      yield* this.#preTokenizer.prepare(buffer);
    }
    return buffer;
  }

  /** The last index at which a cut splits no surrogate pair and no normalization context, or 0. */
  #lastCut(text: string): number {
    let cut = text.length - 1;
    while (cut > 0 && !this.#isEncodedAlone(text, cut)) cut--;
    return cut;
  }

  #isEncodedAlone(text: string, index: number): boolean {
    return this.#normalizes ? beginsNormalization(text, index) : !isSecondHalf(text, index);
  }
}

function* buildPreTokenizer(
  recipe: EncodingRecipe,
  classes: Uint8Array,
  vocabulary: Vocabulary,
  ranks: RankTable,
  known: readonly number[] | undefined,
): Sliced<PreTokenizer> {
  const { preTokenizer, digitsPerPiece, contractions } = recipe;
  if (preTokenizer === 'cased') return new CasedPreTokenizer(classes, digitsPerPiece, contractions);
  if (preTokenizer === 'uncased') return new UncasedPreTokenizer(classes, digitsPerPiece);
  if (preTokenizer === 'deepseek') return new DeepseekPreTokenizer(classes, digitsPerPiece);
  return yield* GemmaPreTokenizer.build(classes, vocabulary, ranks, known);
}
