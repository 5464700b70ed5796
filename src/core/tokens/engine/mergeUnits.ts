import { NO_RANK, type RankTable } from './rankTable';

/** The unit from which merging starts: single bytes, or whole characters as in SentencePiece. */
export type MergeUnit = 'byte' | 'character';

/**
 * Writes the start of each unit in `bytes[from, to)`.
 * @param units number of units already written
 * @returns number of units afterwards
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
 * Tokens beyond the first of a unit that took part in no merge: a character outside the vocabulary is one
 * token per byte.
 */
export function extraTokens(view: DataView, start: number, end: number, ranks: RankTable): number {
  const length = end - start;
  return length > 1 && ranks.rank(view, start, length) === NO_RANK ? length - 1 : 0;
}
