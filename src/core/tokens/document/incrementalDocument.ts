import { CountedChunks, type TextCount } from './countedChunks';
import type { Chunk } from './chunkList';
import { addTally, EMPTY_TALLY, tallyScripts } from '../estimates/scriptTally';
import { SLICE_WORK, type Sliced } from '../../scheduling/sliced';
import type { ReadText, TokenCounter } from '../engine/tokenCounter';

/** A chunk ends at the first safe boundary after this many code units. */
export const CHUNK_LENGTH = 1024;
/** Chunks up to this length are not cut. */
const LONGEST_UNCUT = 2 * CHUNK_LENGTH;
/** A shorter chunk is joined to the next one. */
const SHORTEST = CHUNK_LENGTH / 4;

/** Code units read at once. */
const BLOCK = SLICE_WORK;

/**
 * The token count of a changing text. The text is a list of chunks between safe boundaries, so the counts of the chunks
 * add up. A change marks the chunks that it touches as uncounted; `step` reads and counts them again. A new text is one
 * large uncounted chunk, so that changes during the first count need no special case.
 */
export class IncrementalDocument {
  readonly #counter: TokenCounter;
  readonly #read: ReadText;
  #length = 0;
  #chunks = new CountedChunks();
  /** The chunk that is being counted, if any. */
  #current: { chunk: Chunk; work: Sliced<void> } | undefined;
  #revision = 0;
  #recounted = 0;
  #readUnits = 0;

  /** @param read reads the text as it is after all applied changes */
  constructor(counter: TokenCounter, length: number, read: ReadText) {
    this.#counter = counter;
    this.#read = read;
    this.reset(length);
  }

  /** The text's length in UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  /** The count of the whole text, or undefined while a part of it is uncounted. */
  get count(): TextCount | undefined {
    return this.#chunks.isComplete ? this.#chunks.sum : undefined;
  }

  /** Number of chunks. */
  get chunkCount(): number {
    return this.#chunks.list.size;
  }

  /** Code units not counted yet. */
  get pendingLength(): number {
    return this.#chunks.uncountedLength;
  }

  /** Code units counted since the start; the difference is the cost of a change. */
  get recountedLength(): number {
    return this.#recounted;
  }

  /** Marks the whole text as uncounted, after it was replaced. */
  reset(length: number): void {
    this.#length = length;
    this.#chunks = new CountedChunks();
    this.#current = undefined;
    this.#revision++;
    if (length > 0) this.#chunks.replace(0, length);
  }

  /**
   * Applies a replacement. Reads nothing before the next `step`. Apply simultaneous edits from last to first, so that
   * earlier offsets stay valid.
   * @throws {RangeError} if the change is outside the text
   */
  applyChange(offset: number, deletedLength: number, insertedLength: number): void {
    const end = offset + deletedLength;
    if (offset < 0 || deletedLength < 0 || insertedLength < 0 || end > this.#length) {
      throw new RangeError(`change of ${offset} to ${end} in a text of ${this.#length}`);
    }
    if (deletedLength === 0 && insertedLength === 0) return;
    this.#revision++;
    this.#length += insertedLength - deletedLength;
    const { list } = this.#chunks;
    list.seek(offset);
    let touched = 1;
    let length = list.at(list.index)?.length ?? 0;
    while (list.offset + length < end) {
      length += list.at(list.index + touched)?.length ?? 0;
      touched++;
    }
    this.#replace(Math.min(touched, list.size), length + insertedLength - deletedLength);
  }

  /**
   * Does one slice of work.
   * @returns whether the whole text is counted
   */
  step(): boolean {
    const before = this.#work;
    while (!this.#chunks.isComplete && this.#work - before < SLICE_WORK) {
      this.#current ??= this.#begin();
      if (this.#current.work.next().done === true) this.#current = undefined;
    }
    return this.#chunks.isComplete;
  }

  /** Counts the whole text; changes between two slices are counted too. */
  *countAll(): Sliced<TextCount> {
    while (!this.step()) yield;
    return this.#chunks.sum;
  }

  /**
   * Counts a range: adds up the counts of the chunks in it, and reads and counts only its two ends. First counts
   * uncounted chunks.
   * @throws {Error} if the text changes between two slices
   */
  *countRange(start: number, end: number): Sliced<TextCount> {
    const revision = this.#revision;
    const work = this.#countRange(start, end);
    for (;;) {
      if (revision !== this.#revision)
        throw new Error('the text changed while a range was counted');
      const step = work.next();
      if (step.done === true) return step.value;
      yield;
    }
  }

  *#countRange(start: number, end: number): Sliced<TextCount> {
    while (!this.step()) yield;
    const { list } = this.#chunks;
    list.seek(start + 1);
    const headEnd = list.offset + (list.at(list.index)?.length ?? 0);
    if (headEnd >= end) return yield* this.#countSpan(start, end);
    const head = yield* this.#countSpan(start, headEnd);
    let { tokens } = head;
    const tally = head.tally.slice();
    list.seek(headEnd + 1);
    for (;;) {
      const chunk = list.at(list.index);
      if (chunk === undefined || list.offset + chunk.length > end) break;
      tokens += chunk.tokens;
      addTally(tally, chunk.tally, 1);
      list.moveBy(1);
    }
    const tail = yield* this.#countSpan(list.offset, end);
    addTally(tally, tail.tally, 1);
    return { tokens: tokens + tail.tokens, tally };
  }

  /** Counts a part of the text within one chunk. */
  *#countSpan(start: number, end: number): Sliced<TextCount> {
    const span = new IncrementalDocument(this.#counter, end - start, (first, last) =>
      this.#read(start + first, start + last),
    );
    return yield* span.countAll();
  }

  /** Units of work, including those of other texts with this counter. */
  get #work(): number {
    return this.#counter.work.units + this.#readUnits;
  }

  #replace(touched: number, length: number): void {
    this.#chunks.replace(touched, length);
    if (this.#current && !this.#chunks.isUncounted(this.#current.chunk)) this.#current = undefined;
  }

  #begin(): { chunk: Chunk; work: Sliced<void> } {
    const chunk = this.#chunks.nextUncounted;
    if (chunk === undefined) throw new Error('nothing is left to count');
    return { chunk, work: this.#countChunk(chunk) };
  }

  /** Cuts an uncounted chunk into smaller ones and counts them. Joins the last one to the next chunk if needed. */
  *#countChunk(chunk: Chunk): Sliced<void> {
    /** The part of the chunk read so far. */
    let text = '';
    while (chunk.length > 0) {
      if (text.length <= LONGEST_UNCUT && text.length < chunk.length) {
        text += this.#readPart(chunk, text.length, text.length + BLOCK);
        yield;
      }
      const length = yield* this.#partLength(chunk, text);
      // Split now, so that edits after this part do not touch it during the count.
      if (length > LONGEST_UNCUT && length < chunk.length) this.#chunks.split(chunk, length);
      if (length === chunk.length && this.#joinsRight(chunk)) return;
      const count = yield* this.#countPart(chunk, text.slice(0, length), length);
      this.#chunks.store(chunk, { length, ...count });
      this.#recounted += length;
      text = text.slice(length);
      yield;
    }
  }

  /** The length up to the first safe boundary after CHUNK_LENGTH, or of the whole chunk. */
  *#partLength(chunk: Chunk, text: string): Sliced<number> {
    if (chunk.length <= LONGEST_UNCUT) return chunk.length;
    const cut = this.#counter.findSafeBoundary(text, CHUNK_LENGTH, text.length);
    if (cut >= 0) return cut;
    for (let from = text.length; from < chunk.length; from += BLOCK) {
      yield;
      // Starts one code unit earlier, because a boundary is between two code units.
      const block = this.#readPart(chunk, from - 1, from + BLOCK);
      const found = this.#counter.findSafeBoundary(block, 1, block.length);
      if (found >= 0) return from - 1 + found;
    }
    return chunk.length;
  }

  /** Counts the first part of a chunk. The part of it after `text` has no safe boundary. */
  *#countPart(chunk: Chunk, text: string, length: number): Sliced<TextCount> {
    if (text.length === length) {
      return { tokens: yield* this.#counter.countSliced(text), tally: tallyScripts(text) };
    }
    const tally = EMPTY_TALLY.slice();
    const tokens = yield* this.#counter.countUnbroken(length, (start, end) => {
      const block = this.#readPart(chunk, start, end);
      addTally(tally, tallyScripts(block), 1);
      return block;
    });
    return { tokens, tally };
  }

  #readPart(chunk: Chunk, from: number, to: number): string {
    const { list } = this.#chunks;
    list.seekChunk(chunk);
    const end = Math.min(to, chunk.length);
    this.#readUnits += (end - from) >> 3;
    return this.#read(list.offset + from, list.offset + end);
  }

  /**
   * Joins a chunk to the next one if the boundary between them is not safe, or if it is very short and the next one not
   * long. The boundary before a chunk needs no check, because an edit at a boundary also marks the chunk before it.
   */
  #joinsRight(chunk: Chunk): boolean {
    const { list } = this.#chunks;
    list.seekChunk(chunk);
    const right = list.at(list.index + 1);
    if (right === undefined) return false;
    const small = chunk.length < SHORTEST && right.length <= CHUNK_LENGTH;
    if (!small && this.#isBoundary(list.offset + chunk.length)) return false;
    this.#replace(2, chunk.length + right.length);
    return true;
  }

  #isBoundary(offset: number): boolean {
    const pair = this.#read(offset - 1, offset + 1);
    return this.#counter.isSafeBoundary(pair.charCodeAt(0), pair.charCodeAt(1));
  }
}
