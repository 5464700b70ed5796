import { HeapMerge } from './heapMerge';
import type { MergeUnit } from './mergeUnits';
import type { RankTable } from './rankTable';
import type { Sliced, WorkMeter } from '../../scheduling/sliced';
import { sameBytes } from './words';

/** Block size in bytes; fits the CPU's caches. */
const BLOCK_BYTES = 0x2000;
/** Overlap of two blocks in bytes, more than twice the longest token. */
const OVERLAP_BYTES = 0x200;
/** Growth factor of blocks when two of them do not join. */
const GROWTH = 8;

/** A block of a piece and its merged tokens. */
interface Block {
  readonly from: number;
  readonly length: number;
  readonly tokens: number;
  /** End of its first token. */
  readonly firstEnd: number;
  /** The token where the next block starts, and the number of tokens before it. */
  readonly next: { readonly before: number; readonly start: number; readonly end: number };
}

/** An equal block at a later position. */
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
 * Byte-pair merging of a piece of any length, block by block, so that memory and heap stay small.
 *
 * Why this is exact: two tokens are adjacent in the result if no merge crosses the boundary between them, and that
 * depends only on the two tokens. So a list of tokens is the result of the whole piece if every two adjacent tokens are
 * adjacent in the result of some block. Each block starts at a token boundary of the previous one, well before its end.
 * If both blocks have the same token there, the tokens of the previous block before it and the tokens of the new block
 * join. Otherwise the piece is merged again in larger blocks, up to the whole piece.
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

  /** Counts the tokens of a piece. Its bytes must not change until the last slice. */
  *run(bytes: Uint8Array, view: DataView, start: number, length: number): Sliced<number> {
    for (let blockBytes = BLOCK_BYTES; ; blockBytes *= GROWTH) {
      const tokens = yield* this.#runInBlocks(bytes, view, start, start + length, blockBytes);
      if (tokens !== undefined) return tokens;
    }
  }

  /** @returns undefined if two blocks do not join */
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

  /** Merges a block unless it equals the last one: long pieces often repeat one character. */
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

  /** Keeps merge units whole. */
  #blockEnd(bytes: Uint8Array, wanted: number, end: number): number {
    if (wanted >= end) return end;
    let cut = wanted;
    while (this.#unit === 'character' && ((bytes[cut] as number) & 0xc0) === 0x80) cut--;
    return cut;
  }
}
