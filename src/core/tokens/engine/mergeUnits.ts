import { NO_RANK, type RankTable } from './rankTable';

/** What merging starts from: single bytes, or whole characters as in SentencePiece. */
export type MergeUnit = 'byte' | 'character';

/**
 * Writes where each unit that begins in `bytes[from, to)` starts.
 * @param units how many are written already
 * @returns how many there are then
 */
export function writeUnitStarts(
  bytes: Uint8Array,
  from: number,
  to: number,
  unit: MergeUnit,
  starts: Int32Array,
  units: number,
): number {
  let written = units;
  for (let position = from; position < to; position++) {
    const continues = unit === 'character' && ((bytes[position] as number) & 0xc0) === 0x80;
    if (!continues) starts[written++] = position;
  }
  return written;
}

/**
 * The tokens of a unit that nothing was merged with beyond the first: a character outside the
 * vocabulary costs one token per byte.
 */
export function extraTokens(view: DataView, start: number, end: number, ranks: RankTable): number {
  const length = end - start;
  return length > 1 && ranks.rank(view, start, length) === NO_RANK ? length - 1 : 0;
}
