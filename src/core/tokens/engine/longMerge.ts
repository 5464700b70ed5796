import { HeapMerge } from './heapMerge';
import type { MergeUnit } from './mergeUnits';
import type { RankTable } from './rankTable';
import type { Sliced, WorkMeter } from '../sliced';
import { sameBytes } from './words';

/** Bytes merged at once, few enough for the CPU's caches. */
const BLOCK_BYTES = 0x2000;
/** How much of a block is merged again with the next one; no token is half as long. */
const OVERLAP_BYTES = 0x200;
/** What blocks grow by when two of them do not fit together. */
const GROWTH = 8;

/** A part of a piece and what merging made of it. */
interface Block {
  readonly from: number;
  readonly length: number;
  readonly tokens: number;
  /** The end of its first token. */
  readonly firstEnd: number;
  /** The token that the next block begins with, and how many come before it. */
  readonly next: { readonly before: number; readonly start: number; readonly end: number };
}

/** The same block further on. */
function moveBlock({ from, length, tokens, firstEnd, next }: Block, by: number): Block {
  const { before, start, end } = next;
  return {
    from: from + by,
    length,
    tokens,
    firstEnd: firstEnd + by,
    next: { before, start: start + by, end: end + by },
  };
}

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
  readonly #meter: WorkMeter;

  constructor(ranks: RankTable, unit: MergeUnit, meter: WorkMeter) {
    this.#merge = new HeapMerge(ranks, unit, meter);
    this.#unit = unit;
    this.#meter = meter;
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
    let settled = 0;
    let last: Block | undefined;
    for (let from = start; ;) {
      const to = this.#blockEnd(bytes, from + blockBytes, end);
      const block: Block = yield* this.#mergeBlock(bytes, view, from, to, last);
      if (last && block.firstEnd !== last.next.end) return undefined;
      if (to === end) return settled + block.tokens;
      settled += block.next.before;
      from = block.next.start;
      last = block;
      yield;
    }
  }

  /** Merges a block, unless it is what the last one was: long pieces are often one sign again and again. */
  *#mergeBlock(
    bytes: Uint8Array,
    view: DataView,
    from: number,
    to: number,
    last: Block | undefined,
  ): Sliced<Block> {
    const length = to - from;
    if (last?.length === length && sameBytes(view, last.from, view, from, length)) {
      this.#meter.units += length >> 3;
      return moveBlock(last, from - last.from);
    }
    const merge = this.#merge;
    const tokens = yield* merge.run(bytes, view, from, length);
    const next = merge.findToken(to - OVERLAP_BYTES);
    return { from, length, tokens, firstEnd: merge.firstEnd, next };
  }

  /** Does not cut what merging starts from. */
  #blockEnd(bytes: Uint8Array, wanted: number, end: number): number {
    if (wanted >= end) return end;
    let cut = wanted;
    while (this.#unit === 'character' && ((bytes[cut] as number) & 0xc0) === 0x80) cut--;
    return cut;
  }
}
