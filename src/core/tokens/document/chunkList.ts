import type { ScriptTally } from '../estimates/scriptTally';

/** A part of a document between two safe boundaries, or one that is still to be cut and counted. */
export interface Chunk {
  /** UTF-16 code units. */
  length: number;
  /** UNCOUNTED until it is known. */
  tokens: number;
  tally: ScriptTally;
}

export const UNCOUNTED = -1;

/**
 * The chunks of a document in order. It remembers a place and walks from there: an edit is usually near
 * the one before it.
 */
export class ChunkList {
  readonly #chunks: Chunk[] = [];
  #index = 0;
  /** Where the chunk at #index starts. */
  #offset = 0;

  get size(): number {
    return this.#chunks.length;
  }

  /** The index of the remembered place. */
  get index(): number {
    return this.#index;
  }

  /** Where the chunk at the remembered place starts. */
  get offset(): number {
    return this.#offset;
  }

  at(index: number): Chunk | undefined {
    return this.#chunks[index];
  }

  /** Moves to the chunk that holds the code unit before `offset`; to the first one for 0. */
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

  /** Moves to the chunk after or before. */
  moveBy(step: 1 | -1): void {
    if (step === -1) this.#index--;
    this.#offset += step * (this.#chunks[this.#index]?.length ?? 0);
    if (step === 1) this.#index++;
  }

  /** Puts chunks in the place of `deleted` chunks from the remembered place on; the place stays. */
  replace(deleted: number, ...chunks: Chunk[]): void {
    this.#chunks.splice(this.#index, deleted, ...chunks);
  }

  #moveToStart(): void {
    this.#index = 0;
    this.#offset = 0;
  }
}
