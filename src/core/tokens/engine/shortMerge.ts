import { extraTokens, type MergeUnit, writeUnitStarts } from './mergeUnits';
import { NO_RANK, type RankTable } from './rankTable';
import type { WorkMeter } from '../../scheduling/sliced';

/** Up to this length in bytes, a scan for the best pair is faster than a heap. */
export const SHORT_MERGE_BYTES = 48;

/** Byte-pair merging of one short piece in reusable arrays. */
export class ShortMerge {
  readonly #ranks: RankTable;
  readonly #unit: MergeUnit;
  readonly #meter: WorkMeter;
  /** Starts of the parts, then the end of the last one. */
  readonly #starts = new Int32Array(SHORT_MERGE_BYTES + 2);
  /** Rank of each part merged with the next one. */
  readonly #pairRanks = new Int32Array(SHORT_MERGE_BYTES + 2);

  constructor(ranks: RankTable, unit: MergeUnit, meter: WorkMeter) {
    this.#ranks = ranks;
    this.#unit = unit;
    this.#meter = meter;
  }

  /**
   * @param length from 2 to SHORT_MERGE_BYTES
   * @returns the number of tokens of the piece
   */
  run(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    const starts = this.#starts;
    let parts = writeUnitStarts(bytes, start, start + length, this.#unit, starts, 0);
    starts[parts] = start + length;
    const extra = this.#unit === 'character' ? this.#extra(view, parts) : 0;
    for (let index = 0; index < parts; index++) this.#rankPair(view, index, parts);
    for (let best = this.#bestPair(parts); best >= 0; best = this.#bestPair(parts)) {
      parts--;
      starts.copyWithin(best + 1, best + 2, parts + 2);
      this.#pairRanks.copyWithin(best + 1, best + 2, parts + 1);
      this.#rankPair(view, best, parts);
      if (best > 0) this.#rankPair(view, best - 1, parts);
    }
    return parts + extra;
  }

  #extra(view: DataView, units: number): number {
    let extra = 0;
    for (let index = 0; index < units; index++) {
      const end = this.#starts[index + 1] as number;
      extra += extraTokens(view, this.#starts[index] as number, end, this.#ranks);
    }
    return extra;
  }

  #rankPair(view: DataView, index: number, parts: number): void {
    if (index + 1 >= parts) {
      this.#pairRanks[index] = NO_RANK;
      return;
    }
    const start = this.#starts[index] as number;
    const end = this.#starts[index + 2] as number;
    this.#pairRanks[index] = this.#ranks.rank(view, start, end - start);
  }

  /** Index of the leftmost pair with the lowest rank, or -1. */
  #bestPair(parts: number): number {
    const pairRanks = this.#pairRanks;
    let best = -1;
    let lowest = NO_RANK;
    this.#meter.units += parts;
    for (let index = 0; index < parts - 1; index++) {
      const rank = pairRanks[index] as number;
      if (rank < lowest) {
        lowest = rank;
        best = index;
      }
    }
    return best;
  }
}
