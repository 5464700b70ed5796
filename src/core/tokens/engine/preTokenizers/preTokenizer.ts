import type { ByteBuffer } from '../byteBuffer';
import type { Sliced } from '../../../scheduling/sliced';
import type { EndlessScan } from './endlessScan';

/** Splits a text into pieces. No merge crosses the end of a piece. */
export interface PreTokenizer {
  /**
   * Writes the ends of the pieces from byte `from` (the start of a piece) into `ends` until it is full.
   * @returns the number of ends written
   */
  split(buffer: ByteBuffer, from: number, ends: Int32Array): number;

  /**
   * `split` for a text with pieces of any length, for one slice. Writes nothing while the end of the piece at `from` is
   * unknown; then the next call continues.
   * @param scan progress within the piece
   */
  splitEndless(buffer: ByteBuffer, from: number, ends: Int32Array, scan: EndlessScan): number;

  /** Transforms a text's bytes before the split; not called for ASCII texts. */
  prepare?(buffer: ByteBuffer): Sliced<void>;

  /**
   * Whether a text may be cut between two UTF-16 code units: for every text before and after, the pieces of both halves
   * are then those of the whole. False is always safe. Proved for each pre-tokenizer by exhaustive search in
   * test/unit/core/tokens/preTokenizers.exhaustive.ts.
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
