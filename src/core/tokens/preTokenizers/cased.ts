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
import { BYTE_APOSTROPHE, isLineEnd, isLowerPart, Scanner } from './scanner';

/**
 * The pattern of o200k_base; Tekken has the same with single digits and without contractions.
 *
 *     [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?
 *     |[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:...)?
 *     |\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+
 */
export class CasedPreTokenizer extends Scanner implements PreTokenizer {
  readonly #contractions: boolean;

  constructor(classes: Uint8Array, digitsPerPiece: number, contractions: boolean) {
    super(classes, digitsPerPiece);
    this.#contractions = contractions;
  }

  split(buffer: ByteBuffer, from: number, ends: Int32Array): number {
    const { bytes, length: to } = buffer;
    let pieces = 0;
    for (let start = from; start < to && pieces < ends.length;) {
      start = this.#pieceEnd(bytes, start, to);
      ends[pieces++] = start;
    }
    return pieces;
  }

  #pieceEnd(bytes: Uint8Array, start: number, to: number): number {
    const kinds = this.byteClasses;
    const first = kinds[bytes[start] as number] as number;
    let position = start;
    let byte = bytes[position] as number;
    let kind = first;
    if (first >= SPACE) {
      byte = bytes[++position] as number;
      kind = kinds[byte] as number;
    }
    if (kind === LOWER || kind === UPPER) {
      while (kinds[(byte = bytes[position] as number)] === UPPER) position++;
      while (kinds[(byte = bytes[position] as number)] === LOWER) position++;
      if (byte >= 0x80 || byte === BYTE_APOSTROPHE) return this.#anyPieceEnd(bytes, start, to);
      return position;
    }
    if (first === NONE || kind === NONE) return this.#anyPieceEnd(bytes, start, to);
    if (first === NUMBER) {
      const most = start + this.digitsPerPiece;
      while (position < most && kinds[(byte = bytes[position] as number)] === NUMBER) position++;
      return position < most && byte >= 0x80 ? this.#anyPieceEnd(bytes, start, to) : position;
    }
    if (first >= OTHER || (first === SPACE && kind >= OTHER)) {
      while ((kinds[(byte = bytes[position] as number)] as number) >= OTHER) position++;
      while (isLineEnd(byte, true)) byte = bytes[++position] as number;
      return byte >= 0x80 ? this.#anyPieceEnd(bytes, start, to) : position;
    }
    position = start;
    let afterNewline = -1;
    for (;;) {
      kind = kinds[bytes[position] as number] as number;
      if (kind < NEWLINE || kind > WHITE) break;
      position++;
      if (kind === NEWLINE) afterNewline = position;
    }
    if (kind === NONE) return this.#anyPieceEnd(bytes, start, to);
    if (afterNewline >= 0) return afterNewline;
    return position - start > 1 ? position - 1 : position;
  }

  #anyPieceEnd(bytes: Uint8Array, start: number, to: number): number {
    const first = this.classAt(bytes, start);
    const afterFirst = start + this.width;
    // A mark may be prefix or word, with the same end.
    const wordStart = first >= SPACE ? afterFirst : start;
    const end = this.#wordEnd(bytes, wordStart, to);
    if (end > wordStart) {
      const contracts = this.#contractions && end < to && bytes[end] === BYTE_APOSTROPHE;
      return contracts ? this.contractionEnd(bytes, end, to) : end;
    }
    if (first === NUMBER) return this.numberEnd(bytes, afterFirst, to);
    if (first >= OTHER) return this.symbolsEnd(bytes, afterFirst, to, true);
    if (first === SPACE && this.classBefore(bytes, afterFirst, to) >= OTHER) {
      return this.symbolsEnd(bytes, afterFirst, to, true);
    }
    return this.whiteSpaceEnd(bytes, start, to);
  }

  /**
   * The end of the letters and marks of one word, or `start`: capitals, then small ones. When no small
   * one comes after the capitals, the pattern goes back to the last caseless one among them, and takes
   * the capitals alone only when there is none.
   */
  #wordEnd(bytes: Uint8Array, start: number, to: number): number {
    let capitalsEnd = start;
    let lastCaseless = -1;
    for (;;) {
      const kind = this.classBefore(bytes, capitalsEnd, to);
      if (kind !== UPPER && kind !== LETTER && kind !== MARK) break;
      capitalsEnd += this.width;
      if (kind !== UPPER) lastCaseless = capitalsEnd;
    }
    let end = capitalsEnd;
    while (isLowerPart(this.classBefore(bytes, end, to))) end += this.width;
    return end > capitalsEnd || lastCaseless < 0 ? end : lastCaseless;
  }
}
