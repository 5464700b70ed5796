import type { ByteBuffer } from '../byteBuffer';
import {
  LETTER,
  LOWER,
  MARK,
  NEWLINE,
  NONE,
  NUMBER,
  OTHER,
  SPACE,
  UPPER,
  WHITE,
} from '../characterClasses';
import type { PreTokenizer } from './preTokenizer';
import { BYTE_APOSTROPHE, isLineEnd, LINE_ENDS, NO_WORD_NO_BLANK, Scanner, setOf } from './scanner';

/** `\p{L}`. */
const LETTERS = setOf(UPPER, LOWER, LETTER);

/**
 * The pattern of cl100k_base; Llama 3 has the same pattern, Qwen the same with single digits.
 *
 *     (?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*
 *     |\s*[\r\n]+|\s+(?!\S)|\s+
 */
export class UncasedPreTokenizer extends Scanner implements PreTokenizer {
  split(buffer: ByteBuffer, from: number, ends: Int32Array): number {
    let pieces = 0;
    for (let start = from; start < buffer.length && pieces < ends.length;) {
      start = this.#pieceEnd(buffer, start);
      ends[pieces++] = start;
    }
    return pieces;
  }

  #pieceEnd(buffer: ByteBuffer, start: number): number {
    const { bytes } = buffer;
    const kinds = this.byteClasses;
    let byte = bytes[start] as number;
    if (byte === BYTE_APOSTROPHE) return this.anyPieceEnd(buffer, start);
    const first = kinds[byte] as number;
    let position = start;
    let kind = first;
    if (first >= SPACE) {
      byte = bytes[++position] as number;
      kind = kinds[byte] as number;
    }
    if (kind === LOWER || kind === UPPER) {
      do kind = kinds[(byte = bytes[++position] as number)] as number;
      while (kind === LOWER || kind === UPPER);
      return byte >= 0x80 ? this.anyPieceEnd(buffer, start) : position;
    }
    if (first === NONE || kind === NONE) return this.anyPieceEnd(buffer, start);
    if (first === NUMBER) {
      const most = start + this.digitsPerPiece;
      while (position < most && kinds[(byte = bytes[position] as number)] === NUMBER) position++;
      return position < most && byte >= 0x80 ? this.anyPieceEnd(buffer, start) : position;
    }
    if (first >= OTHER || (first === SPACE && kind >= OTHER)) {
      while ((kinds[(byte = bytes[position] as number)] as number) >= OTHER) position++;
      while (isLineEnd(byte, false)) byte = bytes[++position] as number;
      return byte >= 0x80 ? this.anyPieceEnd(buffer, start) : position;
    }
    position = start;
    let afterNewline = -1;
    for (;;) {
      kind = kinds[bytes[position] as number] as number;
      if (kind < NEWLINE || kind > WHITE) break;
      position++;
      if (kind === NEWLINE) afterNewline = position;
    }
    if (kind === NONE) return this.anyPieceEnd(buffer, start);
    if (afterNewline >= 0) return afterNewline;
    return position - start > 1 ? position - 1 : position;
  }

  protected override anyPieceEnd({ bytes, length: to }: ByteBuffer, start: number): number {
    const first = this.classAt(bytes, start);
    const afterFirst = start + this.width;
    if (bytes[start] === BYTE_APOSTROPHE) {
      const contraction = this.contractionEnd(bytes, start, to);
      if (contraction > start) return contraction;
    }
    const wordStart = first === MARK || first >= SPACE ? afterFirst : start;
    const end = this.runEnd(bytes, wordStart, to, LETTERS);
    if (end > wordStart) return end;
    if (first === NUMBER) return this.numberEnd(bytes, afterFirst, to);
    const second = first === SPACE ? this.classBefore(bytes, afterFirst, to) : first;
    if (second >= OTHER || second === MARK) {
      return this.symbolsEnd(bytes, afterFirst, to, NO_WORD_NO_BLANK, LINE_ENDS);
    }
    return this.whiteSpaceEnd(bytes, start, to);
  }
}
