import type { ScriptTally } from '../estimates/scriptTally';

/** A part of a document between two safe boundaries, or a part that is not yet cut and counted. */
export interface Chunk {
  /** In UTF-16 code units. */
  length: number;
  /** UNCOUNTED until it is counted. */
  tokens: number;
  tally: ScriptTally;
}

export const UNCOUNTED = -1;

/** The chunks of a document in order, with a cursor, because an edit is usually near the previous one. */
export class ChunkList {
  readonly #chunks: Chunk[] = [];
  #index = 0;
  /** The start of the chunk at #index. */
  #offset = 0;

  get size(): number {
    return this.#chunks.length;
  }

  /** The index of the cursor's chunk. */
  get index(): number {
    return this.#index;
  }

  /** The start of the cursor's chunk. */
  get offset(): number {
    return this.#offset;
  }

  at(index: number): Chunk | undefined {
    return this.#chunks[index];
  }

  /** Moves to the chunk with the code unit before `offset`, or to the first chunk for 0. */
  seek(offset: number): void {
    if (offset < this.#offset / 2) this.#moveToStart();
    while (this.#index > 0 && this.#offset >= offset) this.moveBy(-1);
    for (;;) {
      const end = this.#offset + (this.#chunks[this.#index]?.length ?? 0);
      if (end >= offset || this.#index >= this.#chunks.length - 1) return;
      this.moveBy(1);
    }
  }

  /** Moves to a chunk of the list. */
  seekChunk(chunk: Chunk): void {
    if (this.#chunks[this.#index] === chunk) return;
    this.#moveToStart();
    while (this.#chunks[this.#index] !== chunk) this.moveBy(1);
  }

  /** Moves to the next or the previous chunk. */
  moveBy(step: 1 | -1): void {
    if (step === -1) this.#index--;
    this.#offset += step * (this.#chunks[this.#index]?.length ?? 0);
    if (step === 1) this.#index++;
  }

  /** Replaces `deleted` chunks from the cursor on. The cursor does not move. */
  replace(deleted: number, ...chunks: Chunk[]): void {
    this.#chunks.splice(this.#index, deleted, ...chunks);
  }

  #moveToStart(): void {
    this.#index = 0;
    this.#offset = 0;
  }
}
