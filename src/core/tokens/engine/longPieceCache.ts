import { hashBytes, sameBytes } from './words';

/** Longer pieces rarely recur. */
export const LONGEST_CACHED_PIECE = 255;

const SLOT_BITS = 16;
const SLOTS = 1 << SLOT_BITS;
const ARENA_BYTES = 1.5 * 2 ** 20;
/** Padding in bytes after the last piece, for reads of whole words. */
const PADDING = 8;

/**
 * Token counts of pieces from 9 to 255 bytes. The bytes of the pieces are stored and compared, so a hit is
 * exact. Memory is fixed (2.2 MB): a new piece replaces one with the same hash bits, and the cache is cleared
 * when no room is left for its bytes.
 */
export class LongPieceCache {
  readonly #hashes = new Int32Array(SLOTS);
  readonly #offsets = new Int32Array(SLOTS);
  /** 0 marks a free slot. */
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #tokens = new Uint8Array(SLOTS);
  readonly #arena = new Uint8Array(ARENA_BYTES + PADDING);
  readonly #view = new DataView(this.#arena.buffer);
  #used = 0;
  /** The hash of the last `find`, for `store`. */
  #hash = 0;

  /** @returns the number of tokens, or 0 on a miss */
  find(view: DataView, start: number, length: number): number {
    const hash = hashBytes(view, start, length);
    this.#hash = hash;
    const slot = hash >>> (32 - SLOT_BITS);
    if (this.#holds(slot, hash, view, start, length)) return this.#tokens[slot] as number;
    const second = slot ^ 1;
    return this.#holds(second, hash, view, start, length) ? (this.#tokens[second] as number) : 0;
  }

  /** Stores the count of the piece that the last `find` missed. */
  store(bytes: Uint8Array, start: number, length: number, tokens: number): void {
    if (this.#used + length > ARENA_BYTES) this.#clear();
    const hash = this.#hash;
    let slot = hash >>> (32 - SLOT_BITS);
    // If both slots are taken, a bit of the hash chooses: measured as good as least recently used, without bookkeeping.
    if (this.#lengths[slot] !== 0 && (this.#lengths[slot ^ 1] === 0 || (hash & 1) !== 0)) slot ^= 1;
    this.#hashes[slot] = hash;
    this.#offsets[slot] = this.#used;
    this.#lengths[slot] = length;
    this.#tokens[slot] = tokens;
    this.#arena.set(bytes.subarray(start, start + length), this.#used);
    this.#used += length;
  }

  #clear(): void {
    this.#lengths.fill(0);
    this.#used = 0;
  }

  #holds(slot: number, hash: number, view: DataView, start: number, length: number): boolean {
    return (
      this.#hashes[slot] === hash &&
      this.#lengths[slot] === length &&
      sameBytes(this.#view, this.#offsets[slot] as number, view, start, length)
    );
  }
}
