import type { ByteBuffer } from './byteBuffer';
import { HeapMerge } from './heapMerge';
import { LongMerge } from './longMerge';
import type { MergeUnit } from './mergeUnits';
import { LongPieceCache, LONGEST_CACHED_PIECE } from './longPieceCache';
import { NO_RANK, type RankTable } from './rankTable';
import { SHORT_MERGE_BYTES, ShortMerge } from './shortMerge';
import { finish, SLICE_WORK, type Sliced, type WorkMeter } from '../../scheduling/sliced';
import { FIRST_WORD_MASKS, SECOND_WORD_MASKS } from './words';

const CACHE_BITS = 16;
/** A cache entry: both words of the piece, its length, its number of tokens. */
const ENTRY = 4;

/**
 * Maps pieces to token counts. 93 % of all pieces have at most eight bytes, and most recur: a hash table of
 * fixed size holds them, keyed by their bytes, so a hit is exact. A new piece overwrites an old one.
 */
export class PieceCounter {
  /** Start and end of each piece that `count` deferred. */
  readonly longPieces: number[] = [];
  readonly #ranks: RankTable;
  readonly #unit: MergeUnit;
  readonly #meter: WorkMeter;
  readonly #cache = new Int32Array(ENTRY << CACHE_BITS);
  readonly #longCache = new LongPieceCache();
  readonly #shortMerge: ShortMerge;
  readonly #heapMerge: HeapMerge;
  /** A `LongMerge` for the next text with long pieces; undefined while another text uses it. */
  #idleMerge: LongMerge | undefined;

  constructor(ranks: RankTable, unit: MergeUnit, meter: WorkMeter) {
    this.#ranks = ranks;
    this.#unit = unit;
    this.#meter = meter;
    this.#shortMerge = new ShortMerge(ranks, unit, meter);
    this.#heapMerge = new HeapMerge(ranks, unit, meter);
  }

  /**
   * Tokens of the pieces that end at `ends[0, pieces)`; the first starts at `start`. The caller adds those of
   * `longPieces`.
   */
  count(buffer: ByteBuffer, start: number, ends: Int32Array, pieces: number): number {
    const { view } = buffer;
    const cache = this.#cache;
    let tokens = 0;
    let from = start;
    for (let piece = 0; piece < pieces; piece++) {
      const to = ends[piece] as number;
      const length = to - from;
      if (length <= 8) {
        const low = view.getInt32(from, true) & (FIRST_WORD_MASKS[length] as number);
        const high = view.getInt32(from + 4, true) & (SECOND_WORD_MASKS[length] as number);
        const entry = entryOf(low, high, length);
        tokens +=
          cache[entry] === low && cache[entry + 1] === high && cache[entry + 2] === length
            ? (cache[entry + 3] as number)
            : this.#countUncached(buffer, from, length, entry);
      } else {
        tokens += this.#countLonger(buffer, from, length);
      }
      from = to;
    }
    return tokens;
  }

  /** Counts the pieces that `count` deferred, in slices. Their bytes must not change until the last slice. */
  *mergeSliced({ bytes, view }: ByteBuffer, pieces: readonly number[]): Sliced<number> {
    const merge = this.#idleMerge ?? new LongMerge(this.#ranks, this.#unit, this.#meter);
    // Other texts may be counted while this one pauses.
    this.#idleMerge = undefined;
    let tokens = 0;
    let pauseAt = this.#meter.units + SLICE_WORK;
    for (let index = 0; index < pieces.length; index += 2) {
      const start = pieces[index] as number;
      tokens += yield* merge.run(bytes, view, start, (pieces[index + 1] as number) - start);
      if (this.#meter.units < pauseAt) continue;
      yield;
      pauseAt = this.#meter.units + SLICE_WORK;
    }
    this.#idleMerge = merge;
    return tokens;
  }

  /** Counts a piece that is not in the first entry: takes it from the second one, or merges. Moves it to the first. */
  #countUncached(buffer: ByteBuffer, start: number, length: number, entry: number): number {
    const cache = this.#cache;
    const second = entry ^ ENTRY;
    const low = buffer.view.getInt32(start, true) & (FIRST_WORD_MASKS[length] as number);
    const high = buffer.view.getInt32(start + 4, true) & (SECOND_WORD_MASKS[length] as number);
    const found =
      cache[second] === low && cache[second + 1] === high && cache[second + 2] === length;
    const tokens = found ? (cache[second + 3] as number) : this.#merge(buffer, start, length);
    cache.copyWithin(second, entry, entry + ENTRY);
    cache[entry] = low;
    cache[entry + 1] = high;
    cache[entry + 2] = length;
    cache[entry + 3] = tokens;
    return tokens;
  }

  #countLonger(buffer: ByteBuffer, start: number, length: number): number {
    // No token is that long.
    if (length > LONGEST_CACHED_PIECE) {
      this.longPieces.push(start, start + length);
      return 0;
    }
    const found = this.#longCache.find(buffer.view, start, length);
    if (found !== 0) return found;
    const tokens = this.#merge(buffer, start, length);
    this.#longCache.store(buffer.bytes, start, length, tokens);
    return tokens;
  }

  #merge(buffer: ByteBuffer, start: number, length: number): number {
    const { bytes, view } = buffer;
    this.#meter.units += length;
    if (length === 1 || this.#ranks.rank(view, start, length) !== NO_RANK) return 1;
    if (length <= SHORT_MERGE_BYTES) return this.#shortMerge.run(bytes, view, start, length);
    return finish(this.#heapMerge.run(bytes, view, start, length));
  }
}

function entryOf(low: number, high: number, length: number): number {
  let hash =
    Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b) ^ Math.imul(length, 0x27d4eb2f);
  hash ^= hash >>> 13;
  return (Math.imul(hash, 0xc2b2ae35) >>> (32 - CACHE_BITS)) * ENTRY;
}
