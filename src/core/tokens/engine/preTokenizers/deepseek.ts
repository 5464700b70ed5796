import type { ByteBuffer } from '../byteBuffer';
import {
  APOSTROPHE,
  LETTER,
  LOWER,
  MARK,
  NEWLINE,
  NONE,
  NUMBER,
  OTHER,
  SLASH,
  SPACE,
  SYMBOL,
  UPPER,
  WHITE,
} from '../characterClasses';
import { type PreTokenizer } from './preTokenizer';
import { isLineEnd, lastCharacterStart, LINE_ENDS, Scanner, setOf } from './scanner';

/** An additional class: `[一-龥぀-ゟ゠-ヿ]`, kana and common Han, whatever their Unicode class. */
const CJK = 13;
/** An additional class: `[A-Za-z]`. */
const ASCII_LETTER = 14;

const CJK_RUN = setOf(CJK);
const ASCII_WORD = setOf(ASCII_LETTER);
/** `[\p{L}\p{M}]`. */
const WORD = setOf(UPPER, LOWER, LETTER, ASCII_LETTER, MARK);
/** `[\p{P}\p{S}]`. */
const SYMBOLS = setOf(SYMBOL, SLASH, APOSTROPHE);
/** Characters that no part of the pattern matches. */
const GAP = setOf(OTHER);

/**
 * DeepSeek splits three times; text between two matches is a piece too. First `\p{N}{1,3}`, then
 * `[一-龥぀-ゟ゠-ヿ]+`, then each remaining part on its own by
 *
 *     [!-/:-@[-`{-~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*
 *     |\s*[\r\n]+|\s+(?!\S)|\s+
 *
 * This does all in one scan: a number or CJK acts as the end of the text before it, which matters only for a run of
 * spaces (it keeps its last space). Consecutive unmatched characters form one piece, a gap.
 */
export class DeepseekPreTokenizer extends Scanner implements PreTokenizer {
  constructor(classes: Uint8Array, digitsPerPiece: number) {
    super(classes, digitsPerPiece, withOwnClasses(classes));
  }

  split(buffer: ByteBuffer, from: number, ends: Int32Array): number {
    let pieces = 0;
    for (let start = from; start < buffer.length && pieces < ends.length;) {
      start = this.#pieceEnd(buffer, start);
      ends[pieces++] = start;
    }
    return pieces;
  }

  /** The shared rule, except that a CJK run continues through characters that are symbols in Unicode. */
  override isSafeBoundary(before: number, after: number): boolean {
    return super.isSafeBoundary(before, after) && !isCjk(after);
  }

  #pieceEnd(buffer: ByteBuffer, start: number): number {
    const { bytes } = buffer;
    const kinds = this.byteClasses;
    const first = kinds[bytes[start] as number] as number;
    let position = start + 1;
    let byte = bytes[position] as number;
    let kind = kinds[byte] as number;
    const afterPrefix = first >= SPACE && (kind === LOWER || kind === UPPER);
    if (first === LOWER || first === UPPER || afterPrefix) {
      while (kind === LOWER || kind === UPPER) {
        byte = bytes[++position] as number;
        kind = kinds[byte] as number;
      }
      // After a symbol only ASCII letters match.
      return byte >= 0x80 && first < SYMBOL ? this.anyPieceEnd(buffer, start) : position;
    }
    if (first === NONE || first === OTHER) return this.anyPieceEnd(buffer, start);
    if (first === NUMBER) {
      const most = start + this.digitsPerPiece;
      while (position < most && kinds[(byte = bytes[position] as number)] === NUMBER) position++;
      return position < most && byte >= 0x80 ? this.anyPieceEnd(buffer, start) : position;
    }
    if (first >= SYMBOL || (first === SPACE && kind >= SYMBOL)) {
      while ((kinds[(byte = bytes[position] as number)] as number) >= SYMBOL) position++;
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
    return position - start > 1 && kind !== NUMBER ? position - 1 : position;
  }

  protected override anyPieceEnd({ bytes, length: to }: ByteBuffer, start: number): number {
    const first = this.classAt(bytes, start);
    const afterFirst = start + this.width;
    if (first === NUMBER) return this.numberEnd(bytes, afterFirst, to);
    if (first === CJK) return this.runEnd(bytes, afterFirst, to, CJK_RUN);
    if (isIn(WORD, first)) return this.runEnd(bytes, afterFirst, to, WORD);
    const second = this.classBefore(bytes, afterFirst, to);
    if (isIn(SYMBOLS, first)) {
      const isAscii = (bytes[start] as number) < 0x80;
      return isAscii && second === ASCII_LETTER
        ? this.runEnd(bytes, afterFirst, to, ASCII_WORD)
        : this.symbolsEnd(bytes, afterFirst, to, SYMBOLS, LINE_ENDS);
    }
    if (first !== NEWLINE && isIn(WORD, second)) return this.runEnd(bytes, afterFirst, to, WORD);
    if (first === SPACE && isIn(SYMBOLS, second)) {
      return this.symbolsEnd(bytes, afterFirst, to, SYMBOLS, LINE_ENDS);
    }
    if (first === OTHER) return this.#gapEnd(bytes, afterFirst, to);
    return this.#blankEnd(bytes, start, to);
  }

  /** The end of unmatched characters, up to one that is the prefix of a word. */
  #gapEnd(bytes: Uint8Array, position: number, to: number): number {
    const end = this.runEnd(bytes, position, to, GAP);
    const isPrefix = end > position && isIn(WORD, this.classBefore(bytes, end, to));
    return isPrefix ? lastCharacterStart(bytes, end) : end;
  }

  /** White space leaves its last space to the following word, unless a number, CJK or the end follows. */
  #blankEnd(bytes: Uint8Array, start: number, to: number): number {
    const end = this.whiteSpaceEnd(bytes, start, to);
    const next = this.classBefore(bytes, end, to);
    const afterNext = end + this.width;
    if (next !== SPACE && next !== WHITE) return end;
    if (isLineEnd(bytes[end - 1] as number, false)) return end;
    const following = this.classBefore(bytes, afterNext, to);
    return following === NUMBER || following === CJK ? afterNext : end;
  }
}

function withOwnClasses(classes: Uint8Array): Uint8Array {
  const own = classes.slice();
  own.fill(CJK, 0x3040, 0x3100).fill(CJK, 0x4e00, 0x9fa6);
  return own.fill(ASCII_LETTER, 0x41, 0x5b).fill(ASCII_LETTER, 0x61, 0x7b);
}

function isIn(set: number, kind: number): boolean {
  return (set & (1 << kind)) !== 0;
}

function isCjk(codePoint: number): boolean {
  if (codePoint < 0x4e00) return codePoint >= 0x3040 && codePoint <= 0x30ff;
  return codePoint <= 0x9fa5;
}
