import { hashBytes, sameBytes } from './words';

/** Longer pieces hardly ever come twice. */
export const LONGEST_CACHED_PIECE = 255;

const SLOT_BITS = 16;
const SLOTS = 1 << SLOT_BITS;
const ARENA_BYTES = 1.5 * 2 ** 20;
/** What may be read after the last piece. */
const PADDING = 8;

/**
 * Token counts of pieces from 9 to 255 bytes. The pieces themselves are kept one after the other and
 * compared, so a hit is exact. The memory is fixed (2.2 MB): a new piece takes the place of an old one
 * with the same hash bits, and when there is no room for its bytes everything is forgotten.
 */
export class LongPieceCache {
  readonly #hashes = new Int32Array(SLOTS);
  readonly #offsets = new Int32Array(SLOTS);
  /** 0 in a free slot. */
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #tokens = new Uint8Array(SLOTS);
  readonly #arena = new Uint8Array(ARENA_BYTES + PADDING);
  readonly #view = new DataView(this.#arena.buffer);
  #used = 0;
  /** The hash of the last `find`, which `store` uses. */
  #hash = 0;

  /** @returns the tokens, or 0 when the piece is not there */
  find(view: DataView, start: number, length: number): number {
    const hash = hashBytes(view, start, length);
    this.#hash = hash;
    const slot = hash >>> (32 - SLOT_BITS);
    if (this.#holds(slot, hash, view, start, length)) return this.#tokens[slot] as number;
    const second = slot ^ 1;
    return this.#holds(second, hash, view, start, length) ? (this.#tokens[second] as number) : 0;
  }

  /** Keeps the count of the piece that `find` has just not found. */
  store(bytes: Uint8Array, start: number, length: number, tokens: number): void {
    if (this.#used + length > ARENA_BYTES) this.#clear();
    const hash = this.#hash;
    let slot = hash >>> (32 - SLOT_BITS);
    // Of two taken slots, a bit of the hash chooses: no worse than the order of use, and nothing to keep.
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
