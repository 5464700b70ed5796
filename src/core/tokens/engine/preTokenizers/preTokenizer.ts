import type { ByteBuffer } from '../byteBuffer';
import type { Sliced } from '../../sliced';
import type { EndlessScan } from './endlessScan';

/** Splits a text into pieces. Merges never cross a piece's end. */
export interface PreTokenizer {
  /**
   * Writes the ends of the pieces from byte `from` (the start of a piece) into `ends` until it is full.
   * @returns the number of ends written
   */
  split(buffer: ByteBuffer, from: number, ends: Int32Array): number;

  /**
   * The same for a text with pieces of any length, in one slice of work. It writes nothing while the end of the
   * piece at `from` is unknown, and continues when called again.
   * @param scan progress within this text
   */
  splitEndless(buffer: ByteBuffer, from: number, ends: Int32Array, scan: EndlessScan): number;

  /** Transforms a text's bytes before the split; not called for ASCII texts. */
  prepare?(buffer: ByteBuffer): Sliced<void>;

  /**
   * Whether a text may be cut between two UTF-16 code units: the pieces of both halves are then those of the
   * whole, for every text before and after. False is always safe. Proved for each
   * pre-tokenizer by exhaustive search in test/unit/core/tokens/preTokenizers.exhaustive.ts.
   */
  isSafeBoundary(before: number, after: number): boolean;
}

export function isSurrogate(codeUnit: number): boolean {
  return (codeUnit & 0xf800) === 0xd800;
}

/** Whether a surrogate is the first of its pair. */
export function isFirstHalf(codeUnit: number): boolean {
  return (codeUnit & 0xfc00) === 0xd800;
}

/** Whether the code unit at this index is the second of a surrogate pair. */
export function isSecondHalf(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00 && isFirstHalf(text.charCodeAt(index - 1));
}
