import { HeapMerge } from './heapMerge';
import type { MergeUnit } from './mergeUnits';
import type { RankTable } from './rankTable';
import type { Sliced, WorkMeter } from './sliced';

/** Bytes merged at once, few enough for the CPU's caches. */
const BLOCK_BYTES = 0x2000;
/** How much of a block is merged again with the next one; no token is half as long. */
const OVERLAP_BYTES = 0x200;
/** What blocks grow by when two of them do not fit together. */
const GROWTH = 8;

/**
 * Byte-pair merging of a piece that may be endless, block by block, so that it needs neither memory nor
 * a heap for all of it.
 *
 * Why that is exact: tokens stand side by side in the result when no merge goes across the boundary
 * between them, and the merges that could do so lie within the two tokens. So a list of tokens is the
 * result when each two neighbours are neighbours in some result. The next block begins where a token of
 * the last one did, well before its end. If both begin with the same token there, then what the last
 * block has before it and what the next block has can be put together; else larger blocks are tried,
 * up to the whole piece.
 */
export class LongMerge {
  readonly #merge: HeapMerge;
  readonly #unit: MergeUnit;

  constructor(ranks: RankTable, unit: MergeUnit, meter: WorkMeter) {
    this.#merge = new HeapMerge(ranks, unit, meter);
    this.#unit = unit;
  }

  /** Counts the tokens of a piece; its bytes must stay as they are until the last slice. */
  *run(bytes: Uint8Array, view: DataView, start: number, length: number): Sliced<number> {
    for (let blockBytes = BLOCK_BYTES; ; blockBytes *= GROWTH) {
      const tokens = yield* this.#runInBlocks(bytes, view, start, start + length, blockBytes);
      if (tokens !== undefined) return tokens;
    }
  }

  /** @returns undefined when two blocks do not fit together */
  *#runInBlocks(
    bytes: Uint8Array,
    view: DataView,
    start: number,
    end: number,
    blockBytes: number,
  ): Sliced<number | undefined> {
    const merge = this.#merge;
    let settled = 0;
    let expectedEnd = -1;
    for (let from = start; ;) {
      const to = this.#blockEnd(bytes, from + blockBytes, end);
      const tokens = yield* merge.run(bytes, view, from, to - from);
      if (expectedEnd >= 0 && merge.firstEnd !== expectedEnd) return undefined;
      if (to === end) return settled + tokens;
      const next = merge.findToken(to - OVERLAP_BYTES);
      settled += next.before;
      from = next.start;
      expectedEnd = next.end;
      yield;
    }
  }

  /** Does not cut what merging starts from. */
  #blockEnd(bytes: Uint8Array, wanted: number, end: number): number {
    if (wanted >= end) return end;
    let cut = wanted;
    while (this.#unit === 'character' && ((bytes[cut] as number) & 0xc0) === 0x80) cut--;
    return cut;
  }
}
