import { extraTokens, type MergeUnit, writeUnitStarts } from './mergeUnits';
import { siftDown, siftUp } from './minHeap';
import { NO_RANK, type RankTable } from './rankTable';
import { SLICE_WORK, type Sliced, type WorkMeter } from '../../scheduling/sliced';

/** A heap entry is `rank * INDEX_RANGE + index`: lowest rank first, leftmost first among equals. */
const INDEX_RANGE = 2 ** 32;

/** Pieces up to this length are prepared in one slice. */
const SHORT = SLICE_WORK / 32;

/**
 * Byte-pair merging of one long piece with a heap: O(n log n) steps instead of O(n²) with scans for the best
 * pair. Parts form a doubly linked list over the piece's units; the index of its first unit identifies a part.
 */
export class HeapMerge {
  readonly #ranks: RankTable;
  readonly #unit: MergeUnit;
  readonly #meter: WorkMeter;
  #starts = new Int32Array(0);
  #next = new Int32Array(0);
  #previous = new Int32Array(0);
  /** The rank of the pair that starts with a part; a heap entry with another rank is stale. */
  #pairRanks = new Int32Array(0);
  #heap = new Float64Array(0);
  #heapSize = 0;
  #units = 0;
  #parts = 0;
  /** Tokens of characters outside the vocabulary. */
  #extra = 0;
  #view: DataView = new DataView(new ArrayBuffer(0));

  constructor(ranks: RankTable, unit: MergeUnit, meter: WorkMeter) {
    this.#ranks = ranks;
    this.#unit = unit;
    this.#meter = meter;
  }

  /** Counts the tokens of a piece. Its bytes must not change until the last slice. */
  *run(bytes: Uint8Array, view: DataView, start: number, length: number): Sliced<number> {
    this.#begin(view, length);
    const end = start + length;
    for (let from = start; from < end; from += SLICE_WORK) {
      const to = Math.min(from + SLICE_WORK, end);
      this.#units = writeUnitStarts(bytes, from, to, this.#unit, this.#starts, this.#units);
      this.#meter.units += to - from;
      if (length > SHORT) yield;
    }
    this.#starts[this.#units] = end;
    this.#parts = this.#units;
    for (let first = 0; first < this.#units; first += SLICE_WORK) {
      this.#link(first, Math.min(first + SLICE_WORK, this.#units));
      if (length > SHORT) yield;
    }
    for (let last = this.#heapSize >> 1; last > 0; last -= SLICE_WORK) {
      this.#heapify(last, Math.max(0, last - SLICE_WORK));
      if (length > SHORT) yield;
    }
    while (this.#heapSize > 0) {
      this.#merge();
      if (this.#heapSize > 0) yield;
    }
    return this.#parts + this.#extra;
  }

  /** The end of the first token of the last merged piece. */
  get firstEnd(): number {
    return this.#starts[this.#next[0] as number] as number;
  }

  /**
   * Walks the tokens of the last merged piece up to the one that ends after `position`.
   * @returns the number of tokens before it, its start and its end
   */
  findToken(position: number): { before: number; start: number; end: number } {
    const starts = this.#starts;
    let before = 0;
    for (let index = 0; ;) {
      const next = this.#next[index] as number;
      const start = starts[index] as number;
      const end = starts[next] as number;
      if (end > position) return { before, start, end };
      before +=
        1 + (this.#unit === 'character' ? extraTokens(this.#view, start, end, this.#ranks) : 0);
      index = next;
    }
  }

  #begin(view: DataView, length: number): void {
    if (this.#next.length <= length) this.#allocate(length + 1);
    this.#view = view;
    this.#units = 0;
    this.#extra = 0;
    this.#heapSize = 0;
  }

  #allocate(length: number): void {
    this.#starts = new Int32Array(length);
    this.#next = new Int32Array(length);
    this.#previous = new Int32Array(length);
    this.#pairRanks = new Int32Array(length);
    // Each merge removes one entry and adds at most two.
    this.#heap = new Float64Array(2 * length);
  }

  #link(from: number, to: number): void {
    const characters = this.#unit === 'character';
    for (let index = from; index < to; index++) {
      this.#next[index] = index + 1;
      this.#previous[index] = index - 1;
      const start = this.#starts[index] as number;
      let rank = NO_RANK;
      if (index + 1 < this.#units) {
        rank = this.#ranks.rank(this.#view, start, (this.#starts[index + 2] as number) - start);
      }
      this.#pairRanks[index] = rank;
      if (rank !== NO_RANK) this.#heap[this.#heapSize++] = rank * INDEX_RANGE + index;
      if (characters) {
        this.#extra += extraTokens(
          this.#view,
          start,
          this.#starts[index + 1] as number,
          this.#ranks,
        );
      }
    }
    this.#meter.units += to - from;
  }

  #heapify(from: number, to: number): void {
    let levels = 0;
    for (let index = from - 1; index >= to; index--) {
      levels += siftDown(this.#heap, index, this.#heapSize);
    }
    this.#meter.units += levels;
  }

  /** Merges until the slice is over or no pair is left. */
  #merge(): void {
    const heap = this.#heap;
    const pairRanks = this.#pairRanks;
    let work = 0;
    while (this.#heapSize > 0 && work < SLICE_WORK) {
      const entry = heap[0] as number;
      heap[0] = heap[--this.#heapSize] as number;
      work += siftDown(heap, 0, this.#heapSize);
      const rank = Math.floor(entry / INDEX_RANGE);
      const index = entry - rank * INDEX_RANGE;
      if (pairRanks[index] === rank) work += this.#join(index);
    }
    this.#meter.units += work;
  }

  /** Merges the part at `index` with the next part. */
  #join(index: number): number {
    const joined = this.#next[index] as number;
    const after = this.#next[joined] as number;
    this.#next[index] = after;
    this.#pairRanks[joined] = NO_RANK;
    this.#parts--;
    if (after < this.#units) this.#previous[after] = index;
    const before = this.#previous[index] as number;
    return this.#rankPair(index) + (before >= 0 ? this.#rankPair(before) : 0);
  }

  #rankPair(index: number): number {
    const second = this.#next[index] as number;
    let rank = NO_RANK;
    if (second < this.#units) {
      const start = this.#starts[index] as number;
      const end = this.#starts[this.#next[second] as number] as number;
      rank = this.#ranks.rank(this.#view, start, end - start);
    }
    this.#pairRanks[index] = rank;
    if (rank === NO_RANK) return 1;
    this.#heap[this.#heapSize] = rank * INDEX_RANGE + index;
    return siftUp(this.#heap, this.#heapSize++);
  }
}
