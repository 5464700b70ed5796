import type { ByteBuffer } from '../byteBuffer';
import type { Sliced } from '../../sliced';
import type { EndlessScan } from './endlessScan';

/** Cuts a text into the pieces within which byte pairs are merged. */
export interface PreTokenizer {
  /**
   * Writes the ends of the pieces from byte `from` on, where one starts, into `ends` until it is full.
   * @returns how many ends were written
   */
  split(buffer: ByteBuffer, from: number, ends: Int32Array): number;

  /**
   * The same for a text whose pieces may be endless, in one slice of work: where the piece at `from` has
   * not come to its end yet, it writes nothing, and goes on when it is called again.
   * @param scan where it paused, for this text alone
   */
  splitEndless(buffer: ByteBuffer, from: number, ends: Int32Array, scan: EndlessScan): number;

  /** Changes a text's bytes before they are split; not asked for texts that are all ASCII. */
  prepare?(buffer: ByteBuffer): Sliced<void>;

  /**
   * Whether a text may be cut between two UTF-16 code units: if so, the pieces of both halves are those
   * of the whole, whatever comes before and after. Saying no is always right. Proved for each
   * pre-tokenizer by exhaustive search in test/unit/core/tokens/preTokenizers.exhaustive.ts.
   */
  isSafeBoundary(before: number, after: number): boolean;
}

export function isSurrogate(codeUnit: number): boolean {
  return (codeUnit & 0xf800) === 0xd800;
}

/** Whether a code unit is the first of a surrogate pair, if it is half of one. */
export function isFirstHalf(codeUnit: number): boolean {
  return (codeUnit & 0xfc00) === 0xd800;
}

/** Whether the code unit at this index is the second of a surrogate pair. */
export function isSecondHalf(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00 && isFirstHalf(text.charCodeAt(index - 1));
}
