import { type Chunk, ChunkList, UNCOUNTED } from './chunkList';
import { addTally, EMPTY_TALLY, type ScriptTally } from '../estimates/scriptTally';

/** The exact count of a text, and its script tally for estimates. */
export interface TextCount {
  readonly tokens: number;
  readonly tally: ScriptTally;
}

/** The chunks of a document, which of them are uncounted, and the sum of the others. */
export class CountedChunks {
  readonly list = new ChunkList();
  readonly #uncounted = new Set<Chunk>();
  #tokens = 0;
  readonly #tally = EMPTY_TALLY.slice();

  /** Whether all chunks are counted. */
  get isComplete(): boolean {
    return this.#uncounted.size === 0;
  }

  /** The sum of the counted chunks. */
  get sum(): TextCount {
    return { tokens: this.#tokens, tally: this.#tally.slice() };
  }

  /** In UTF-16 code units. */
  get uncountedLength(): number {
    let length = 0;
    for (const chunk of this.#uncounted) length += chunk.length;
    return length;
  }

  get nextUncounted(): Chunk | undefined {
    const [chunk] = this.#uncounted;
    return chunk;
  }

  isUncounted(chunk: Chunk): boolean {
    return this.#uncounted.has(chunk);
  }

  /**
   * Replaces `touched` chunks at the cursor with one uncounted chunk. `length` is 0 only at the start of the text,
   * because any other edit also touches the chunk before it.
   */
  replace(touched: number, length: number): void {
    const { list } = this;
    for (let index = list.index; index < list.index + touched; index++) this.#subtract(index);
    if (length === 0) {
      list.replace(touched);
      return;
    }
    const chunk = uncounted(length);
    list.replace(touched, chunk);
    this.#uncounted.add(chunk);
  }

  /** Cuts an uncounted chunk in two. */
  split(chunk: Chunk, length: number): void {
    const rest = uncounted(chunk.length - length);
    chunk.length = length;
    this.list.seekChunk(chunk);
    this.list.replace(1, chunk, rest);
    this.#uncounted.add(rest);
  }

  /** Inserts the counted first part of an uncounted chunk before the rest of it. */
  store(chunk: Chunk, counted: Chunk): void {
    const { list } = this;
    list.seekChunk(chunk);
    chunk.length -= counted.length;
    if (chunk.length === 0) {
      list.replace(1, counted);
      this.#uncounted.delete(chunk);
    } else {
      list.replace(1, counted, chunk);
      list.moveBy(1);
    }
    this.#tokens += counted.tokens;
    addTally(this.#tally, counted.tally, 1);
  }

  /** Removes a chunk from the sum, or from the uncounted ones. */
  #subtract(index: number): void {
    const chunk = this.list.at(index);
    if (chunk === undefined || this.#uncounted.delete(chunk)) return;
    this.#tokens -= chunk.tokens;
    addTally(this.#tally, chunk.tally, -1);
  }
}

function uncounted(length: number): Chunk {
  return { length, tokens: UNCOUNTED, tally: EMPTY_TALLY };
}
