// Byte strings as 32-bit little-endian words. Every function may read up to seven bytes past the end.

/** Mask that keeps the first n bytes of a word, n from 0 to 4; from 4 on, the whole word. */
export const FIRST_WORD_MASKS = new Int32Array([0, 0xff, 0xffff, 0xffffff, -1, -1, -1, -1, -1]);
/** Mask that keeps the bytes of the second word; n from 0 to 8 counts the bytes of both words. */
export const SECOND_WORD_MASKS = new Int32Array([0, 0, 0, 0, 0, 0xff, 0xffff, 0xffffff, -1]);

/** A 32-bit hash; its upper bits are well mixed. */
export function hashBytes(view: DataView, start: number, length: number): number {
  let hash = Math.imul(length, 0x27d4eb2f);
  let offset = 0;
  for (; offset + 4 <= length; offset += 4) {
    hash = Math.imul(hash ^ view.getInt32(start + offset, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  if (offset < length) {
    const rest =
      view.getInt32(start + offset, true) & (FIRST_WORD_MASKS[length - offset] as number);
    hash = Math.imul(hash ^ rest, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return Math.imul(hash, 0x85ebca6b);
}

export function sameBytes(
  view: DataView,
  start: number,
  otherView: DataView,
  otherStart: number,
  length: number,
): boolean {
  let offset = 0;
  for (; offset + 4 <= length; offset += 4) {
    if (view.getInt32(start + offset, true) !== otherView.getInt32(otherStart + offset, true)) {
      return false;
    }
  }
  if (offset === length) return true;
  const difference =
    view.getInt32(start + offset, true) ^ otherView.getInt32(otherStart + offset, true);
  return (difference & (FIRST_WORD_MASKS[length - offset] as number)) === 0;
}
