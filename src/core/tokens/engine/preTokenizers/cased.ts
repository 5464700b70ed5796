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
import {
  BYTE_APOSTROPHE,
  isLineEnd,
  LINE_ENDS_AND_SLASHES,
  NO_WORD_NO_BLANK,
  Scanner,
  setOf,
} from './scanner';

/** `[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]`. */
const CAPITALS = setOf(UPPER, LETTER, MARK);
/** `[\p{Ll}\p{Lm}\p{Lo}\p{M}]`. */
const SMALLS = setOf(LOWER, LETTER, MARK);
/** The intersection of both. */
const CASELESS = setOf(LETTER, MARK);

/**
 * The pattern of o200k_base; Tekken has the same pattern with single digits and without contractions.
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
      if (byte >= 0x80 || byte === BYTE_APOSTROPHE) return this.anyPieceEnd(buffer, start);
      return position;
    }
    if (first === NONE || kind === NONE) return this.anyPieceEnd(buffer, start);
    if (first === NUMBER) {
      const most = start + this.digitsPerPiece;
      while (position < most && kinds[(byte = bytes[position] as number)] === NUMBER) position++;
      return position < most && byte >= 0x80 ? this.anyPieceEnd(buffer, start) : position;
    }
    if (first >= OTHER || (first === SPACE && kind >= OTHER)) {
      while ((kinds[(byte = bytes[position] as number)] as number) >= OTHER) position++;
      while (isLineEnd(byte, true)) byte = bytes[++position] as number;
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
    // A mark may be prefix or word; the end is the same.
    const wordStart = first >= SPACE ? afterFirst : start;
    const end = this.#wordEnd(bytes, wordStart, to);
    if (end > wordStart) {
      const contracts = this.#contractions && end < to && bytes[end] === BYTE_APOSTROPHE;
      return contracts ? this.contractionEnd(bytes, end, to) : end;
    }
    if (first === NUMBER) return this.numberEnd(bytes, afterFirst, to);
    const second = first === SPACE ? this.classBefore(bytes, afterFirst, to) : first;
    if (second >= OTHER) {
      return this.symbolsEnd(bytes, afterFirst, to, NO_WORD_NO_BLANK, LINE_ENDS_AND_SLASHES);
    }
    return this.whiteSpaceEnd(bytes, start, to);
  }

  /**
   * The end of the letters and marks of one word, or `start`: upper case, then lower case. If no lower-case letter
   * follows the upper-case ones, the pattern backtracks to the last caseless one among them; without one, the
   * upper-case letters alone match.
   */
  #wordEnd(bytes: Uint8Array, start: number, to: number): number {
    const capitalsEnd = this.runEnd(bytes, start, to, CAPITALS, CASELESS);
    const lastCaseless = this.markedEnd;
    const end = this.runEnd(bytes, capitalsEnd, to, SMALLS);
    return end > capitalsEnd || lastCaseless < 0 ? end : lastCaseless;
  }
}
