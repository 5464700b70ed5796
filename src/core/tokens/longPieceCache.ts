import { hashBytes, sameBytes } from './words';

/** Longer pieces hardly ever come twice. */
export const LONGEST_CACHED_PIECE = 128;

const SET_BITS = 13;
/** Two pieces with the same hash bits have room side by side. */
const WAYS = 2;
const SLOTS = WAYS << SET_BITS;

/**
 * Token counts of pieces from 9 to 128 bytes. The pieces themselves are kept and compared, so a hit is
 * exact; the memory is fixed (2.3 MB), and a new piece overwrites the older of its two.
 */
export class LongPieceCache {
  readonly #hashes = new Int32Array(SLOTS);
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #tokens = new Uint8Array(SLOTS);
  readonly #bytes = new Uint8Array(SLOTS * LONGEST_CACHED_PIECE + 8);
  readonly #view = new DataView(this.#bytes.buffer);
  /** The hash and set of the last `find`, which `store` fills. */
  #hash = 0;
  #slot = 0;

  /** @returns the tokens, or 0 when the piece is not there */
  find(view: DataView, start: number, length: number): number {
    const hash = hashBytes(view, start, length);
    const slot = (hash >>> (32 - SET_BITS)) * WAYS;
    this.#hash = hash;
    this.#slot = slot;
    if (this.#holds(slot, hash, view, start, length)) return this.#tokens[slot] as number;
    if (!this.#holds(slot + 1, hash, view, start, length)) return 0;
    return this.#tokens[slot + 1] as number;
  }

  /** Keeps the count of the piece that `find` has just not found. */
  store(bytes: Uint8Array, start: number, length: number, tokens: number): void {
    // Alternating by a bit of the hash: no worse than an exact order of use, and nothing to keep.
    const slot = this.#lengths[this.#slot] === 0 ? this.#slot : this.#slot + (this.#hash & 1);
    this.#hashes[slot] = this.#hash;
    this.#lengths[slot] = length;
    this.#tokens[slot] = tokens;
    this.#bytes.set(bytes.subarray(start, start + length), slot * LONGEST_CACHED_PIECE);
  }

  #holds(slot: number, hash: number, view: DataView, start: number, length: number): boolean {
    return (
      this.#hashes[slot] === hash &&
      this.#lengths[slot] === length &&
      sameBytes(this.#view, slot * LONGEST_CACHED_PIECE, view, start, length)
    );
  }
}
