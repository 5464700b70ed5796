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

/** The class, here alone, of `[一-龥぀-ゟ゠-ヿ]`: kana and common Han, whatever they are to Unicode. */
const CJK = 13;
/** The class, here alone, of `[A-Za-z]`. */
const ASCII_LETTER = 14;

const CJK_RUN = setOf(CJK);
const ASCII_WORD = setOf(ASCII_LETTER);
/** `[\p{L}\p{M}]`. */
const WORD = setOf(UPPER, LOWER, LETTER, ASCII_LETTER, MARK);
/** `[\p{P}\p{S}]`. */
const SYMBOLS = setOf(SYMBOL, SLASH, APOSTROPHE);
/** What no part of the pattern matches. */
const GAP = setOf(OTHER);

/**
 * DeepSeek cuts three times, and what a cut leaves between its matches is a piece too: first
 * `\p{N}{1,3}`, then `[一-龥぀-ゟ゠-ヿ]+`, then each rest, as a text of its own, by
 *
 *     [!-/:-@[-`{-~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*
 *     |\s*[\r\n]+|\s+(?!\S)|\s+
 *
 * As one scan: numbers and CJK end the text for everything before them, which is seen only by a run of
 * spaces (it keeps its last space), and characters that nothing matches are gathered into a gap.
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

  /** The shared rule holds, except that CJK goes on through what are symbols to Unicode. */
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
      // Only after a symbol do letters have to be ASCII.
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

  /** Unmatched characters up to the one that is the prefix of a word. */
  #gapEnd(bytes: Uint8Array, position: number, to: number): number {
    const end = this.runEnd(bytes, position, to, GAP);
    const isPrefix = end > position && isIn(WORD, this.classBefore(bytes, end, to));
    return isPrefix ? lastCharacterStart(bytes, end) : end;
  }

  /** White space keeps its last space for what follows, unless a number or CJK (or nothing) does. */
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
