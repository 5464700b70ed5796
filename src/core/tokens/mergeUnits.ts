import { NO_RANK, type RankTable } from './rankTable';

/** What merging starts from: single bytes, or whole characters as in SentencePiece. */
export type MergeUnit = 'byte' | 'character';

/**
 * Writes where each unit of `bytes[start, start + length)` starts, and the end after the last one.
 * @param starts has room for one entry more than there are bytes
 * @returns how many units
 */
export function writeUnitStarts(
  bytes: Uint8Array,
  start: number,
  length: number,
  unit: MergeUnit,
  starts: Int32Array,
): number {
  const end = start + length;
  let units = 0;
  for (let position = start; position < end; position++) {
    const continues = unit === 'character' && ((bytes[position] as number) & 0xc0) === 0x80;
    if (!continues) starts[units++] = position;
  }
  starts[units] = end;
  return units;
}

/**
 * A character outside the vocabulary costs one token per byte; as a unit it is counted once already.
 * @returns the tokens that are to be added for such characters
 */
export function extraTokens(
  view: DataView,
  starts: Int32Array,
  units: number,
  ranks: RankTable,
): number {
  let extra = 0;
  for (let index = 0; index < units; index++) {
    const start = starts[index] as number;
    const length = (starts[index + 1] as number) - start;
    if (length > 1 && ranks.rank(view, start, length) === NO_RANK) extra += length - 1;
  }
  return extra;
}
