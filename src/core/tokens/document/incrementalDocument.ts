import { type Chunk, ChunkList, UNCOUNTED } from './chunkList';
import { addTally, EMPTY_TALLY, type ScriptTally, tallyScripts } from '../estimates/scriptTally';
import { SLICE_WORK, type Sliced } from '../sliced';
import type { ReadText, TokenCounter } from '../engine/tokenCounter';

/** The exact count of a text, and its script tally for estimates. */
export interface TextCount {
  readonly tokens: number;
  readonly tally: ScriptTally;
}

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
  #chunks = new ChunkList();
  #uncounted = new Set<Chunk>();
  #tokens = 0;
  #tally = EMPTY_TALLY.slice();
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
    return this.#uncounted.size > 0 ? undefined : this.#counted;
  }

  get #counted(): TextCount {
    return { tokens: this.#tokens, tally: this.#tally.slice() };
  }

  /** Number of chunks. */
  get chunkCount(): number {
    return this.#chunks.size;
  }

  /** Code units not counted yet. */
  get pendingLength(): number {
    let length = 0;
    for (const chunk of this.#uncounted) length += chunk.length;
    return length;
  }

  /** Code units counted since the start; the difference is the cost of a change. */
  get recountedLength(): number {
    return this.#recounted;
  }

  /** Marks the whole text as uncounted, after it was replaced. */
  reset(length: number): void {
    this.#length = length;
    this.#chunks = new ChunkList();
    this.#uncounted.clear();
    this.#tokens = 0;
    this.#tally = EMPTY_TALLY.slice();
    this.#current = undefined;
    this.#revision++;
    if (length > 0) this.#replace(0, length);
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
    this.#chunks.seek(offset);
    let touched = 1;
    let length = this.#chunks.at(this.#chunks.index)?.length ?? 0;
    while (this.#chunks.offset + length < end) {
      length += this.#chunks.at(this.#chunks.index + touched)?.length ?? 0;
      touched++;
    }
    this.#replace(Math.min(touched, this.#chunks.size), length + insertedLength - deletedLength);
  }

  /**
   * Does one slice of work.
   * @returns whether the whole text is counted
   */
  step(): boolean {
    const before = this.#work;
    while (this.#uncounted.size > 0 && this.#work - before < SLICE_WORK) {
      this.#current ??= this.#begin();
      if (this.#current.work.next().done === true) this.#current = undefined;
    }
    return this.#uncounted.size === 0;
  }

  /** Counts the whole text; changes between two slices are counted too. */
  *countAll(): Sliced<TextCount> {
    while (!this.step()) yield;
    return this.#counted;
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
    const chunks = this.#chunks;
    chunks.seek(start + 1);
    const headEnd = chunks.offset + (chunks.at(chunks.index)?.length ?? 0);
    if (headEnd >= end) return yield* this.#countSpan(start, end);
    const head = yield* this.#countSpan(start, headEnd);
    let { tokens } = head;
    const tally = head.tally.slice();
    chunks.seek(headEnd + 1);
    for (;;) {
      const chunk = chunks.at(chunks.index);
      if (chunk === undefined || chunks.offset + chunk.length > end) break;
      tokens += chunk.tokens;
      addTally(tally, chunk.tally, 1);
      chunks.moveBy(1);
    }
    const tail = yield* this.#countSpan(chunks.offset, end);
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

  /**
   * Replaces `touched` chunks at the cursor with one uncounted chunk. `length` is 0 only at the start of the text,
   * because any other edit also touches the chunk before it.
   */
  #replace(touched: number, length: number): void {
    const chunks = this.#chunks;
    for (let index = chunks.index; index < chunks.index + touched; index++) this.#forget(index);
    if (length === 0) {
      chunks.replace(touched);
      return;
    }
    const chunk = { length, tokens: UNCOUNTED, tally: EMPTY_TALLY };
    chunks.replace(touched, chunk);
    this.#uncounted.add(chunk);
  }

  /** Subtracts a chunk from the totals. */
  #forget(index: number): void {
    const chunk = this.#chunks.at(index);
    if (chunk === undefined) return;
    if (this.#current?.chunk === chunk) this.#current = undefined;
    if (this.#uncounted.delete(chunk)) return;
    this.#tokens -= chunk.tokens;
    addTally(this.#tally, chunk.tally, -1);
  }

  #begin(): { chunk: Chunk; work: Sliced<void> } {
    const [chunk] = this.#uncounted;
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
      if (length > LONGEST_UNCUT && length < chunk.length) this.#split(chunk, length);
      if (length === chunk.length && this.#joinsRight(chunk)) return;
      const count = yield* this.#countPart(chunk, text.slice(0, length), length);
      this.#store(chunk, { length, ...count });
      text = text.slice(length);
      yield;
    }
  }

  /** Cuts an uncounted chunk in two. */
  #split(chunk: Chunk, length: number): void {
    const rest = { length: chunk.length - length, tokens: UNCOUNTED, tally: EMPTY_TALLY };
    chunk.length = length;
    this.#chunks.seekChunk(chunk);
    this.#chunks.replace(1, chunk, rest);
    this.#uncounted.add(rest);
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
    const chunks = this.#chunks;
    chunks.seekChunk(chunk);
    const end = Math.min(to, chunk.length);
    this.#readUnits += (end - from) >> 3;
    return this.#read(chunks.offset + from, chunks.offset + end);
  }

  /**
   * Joins a chunk to the next one if the boundary between them is not safe, or if it is very short and the next one not
   * long. The boundary before a chunk needs no check, because an edit at a boundary also marks the chunk before it.
   */
  #joinsRight(chunk: Chunk): boolean {
    const chunks = this.#chunks;
    chunks.seekChunk(chunk);
    const right = chunks.at(chunks.index + 1);
    if (right === undefined) return false;
    const small = chunk.length < SHORTEST && right.length <= CHUNK_LENGTH;
    if (!small && this.#isBoundary(chunks.offset + chunk.length)) return false;
    this.#replace(2, chunk.length + right.length);
    return true;
  }

  #isBoundary(offset: number): boolean {
    const pair = this.#read(offset - 1, offset + 1);
    return this.#counter.isSafeBoundary(pair.charCodeAt(0), pair.charCodeAt(1));
  }

  /** Inserts the counted first part of a chunk before its rest. */
  #store(chunk: Chunk, counted: Chunk): void {
    const chunks = this.#chunks;
    chunks.seekChunk(chunk);
    chunk.length -= counted.length;
    if (chunk.length === 0) {
      chunks.replace(1, counted);
      this.#uncounted.delete(chunk);
    } else {
      chunks.replace(1, counted, chunk);
      chunks.moveBy(1);
    }
    this.#tokens += counted.tokens;
    addTally(this.#tally, counted.tally, 1);
    this.#recounted += counted.length;
  }
}
