import { SLICE_WORK, type Sliced } from '../../scheduling/sliced';
import type { Vocabulary } from './vocabulary';
import { hashBytes, sameBytes } from './words';

/** Rank of byte strings that are not tokens; higher than any rank. */
export const NO_RANK = 0x7fffffff;

const RANK_BITS = 18;
const RANK_MASK = (1 << RANK_BITS) - 1;

/**
 * Maps a token's bytes to its rank: an open-addressing hash table. A slot holds `rank + 1` in its lower 18 bits
 * and 14 hash bits above; a match of the hash bits is verified byte by byte in the vocabulary.
 */
export class RankTable {
  #longest = 0;
  readonly #vocabulary: Vocabulary;
  readonly #slots: Int32Array;
  readonly #shift: number;
  /** Ranks of all two-byte strings: most lookups of a merge start with one. */
  readonly #pairs = new Int32Array(0x10000).fill(NO_RANK);

  private constructor(vocabulary: Vocabulary, entries: number) {
    if (vocabulary.tokenCount >= RANK_MASK) throw new RangeError('too many tokens');
    // A load factor of at most 1/2 keeps the probe sequences short.
    const bits = Math.ceil(Math.log2(entries * 2));
    this.#vocabulary = vocabulary;
    this.#slots = new Int32Array(2 ** bits);
    this.#shift = 32 - bits;
  }

  /**
   * Builds the table of a vocabulary, which must not change afterwards.
   * @param ranks of the tokens that it holds, at least one; default: all
   */
  static *build(vocabulary: Vocabulary, ranks?: readonly number[]): Sliced<RankTable> {
    const entries = ranks?.length ?? vocabulary.tokenCount;
    const table = new RankTable(vocabulary, entries);
    for (let from = 0; from < entries; from += SLICE_WORK) {
      const to = Math.min(from + SLICE_WORK, entries);
      for (let index = from; index < to; index++)
        table.#insert(ranks ? (ranks[index] as number) : index);
      yield;
    }
    return table;
  }

  /** The rank of `length` bytes from `start`, or NO_RANK. */
  rank(view: DataView, start: number, length: number): number {
    if (length === 2) return this.#pairs[view.getUint16(start, true)] as number;
    if (length > this.#longest) return NO_RANK;
    const slots = this.#slots;
    const { offsets, view: tokens } = this.#vocabulary;
    const hash = hashBytes(view, start, length);
    const tag = hash << RANK_BITS;
    for (let slot = hash >>> this.#shift; ; slot = (slot + 1) & (slots.length - 1)) {
      const entry = slots[slot] as number;
      if (entry === 0) return NO_RANK;
      if ((entry & ~RANK_MASK) !== tag) continue;
      const rank = (entry & RANK_MASK) - 1;
      const offset = offsets[rank] as number;
      if ((offsets[rank + 1] as number) - offset !== length) continue;
      if (sameBytes(tokens, offset, view, start, length)) return rank;
    }
  }

  #insert(rank: number): void {
    const { offsets, view } = this.#vocabulary;
    const slots = this.#slots;
    const offset = offsets[rank] as number;
    const length = (offsets[rank + 1] as number) - offset;
    if (length > this.#longest) this.#longest = length;
    if (length === 2) this.#pairs[view.getUint16(offset, true)] = rank;
    const hash = hashBytes(view, offset, length);
    let slot = hash >>> this.#shift;
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = (hash << RANK_BITS) | (rank + 1);
  }
}
