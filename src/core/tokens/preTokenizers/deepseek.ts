import type { ByteBuffer } from '../byteBuffer';
import {
  LOWER,
  MARK,
  NEWLINE,
  NONE,
  NUMBER,
  OTHER,
  SPACE,
  SYMBOL,
  UPPER,
  WHITE,
} from '../characterClasses';
import { type PreTokenizer } from './preTokenizer';
import { isLineEnd, isLetter, Scanner } from './scanner';

/** The class, here alone, of `[一-龥぀-ゟ゠-ヿ]`: kana and common Han, whatever they are to Unicode. */
const CJK = 13;

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
  split(buffer: ByteBuffer, from: number, ends: Int32Array): number {
    const { bytes, length: to } = buffer;
    let pieces = 0;
    for (let start = from; start < to && pieces < ends.length;) {
      start = this.#pieceEnd(bytes, start, to);
      ends[pieces++] = start;
    }
    return pieces;
  }

  /** The shared rule holds, except that CJK goes on through what are symbols to Unicode. */
  override isSafeBoundary(before: number, after: number): boolean {
    return super.isSafeBoundary(before, after) && !isCjk(after);
  }

  #pieceEnd(bytes: Uint8Array, start: number, to: number): number {
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
      return byte >= 0x80 && first < SYMBOL ? this.#anyPieceEnd(bytes, start, to) : position;
    }
    if (first === NONE || first === OTHER) return this.#anyPieceEnd(bytes, start, to);
    if (first === NUMBER) {
      const most = start + this.digitsPerPiece;
      while (position < most && kinds[(byte = bytes[position] as number)] === NUMBER) position++;
      return position < most && byte >= 0x80 ? this.#anyPieceEnd(bytes, start, to) : position;
    }
    if (first >= SYMBOL || (first === SPACE && kind >= SYMBOL)) {
      while ((kinds[(byte = bytes[position] as number)] as number) >= SYMBOL) position++;
      while (isLineEnd(byte, false)) byte = bytes[++position] as number;
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
    return position - start > 1 && kind !== NUMBER ? position - 1 : position;
  }

  #anyPieceEnd(bytes: Uint8Array, start: number, to: number): number {
    const first = this.#kindAt(bytes, start, to);
    const afterFirst = start + this.width;
    if (first === NUMBER) return this.numberEnd(bytes, afterFirst, to);
    if (first === CJK) return this.#cjkEnd(bytes, afterFirst, to);
    if (isWordPart(first)) return this.#wordEnd(bytes, afterFirst, to);
    const second = this.#kindAt(bytes, afterFirst, to);
    if (isSymbol(first)) {
      const lettersEnd = asciiLettersEnd(bytes, afterFirst);
      const ascii = (bytes[start] as number) < 0x80;
      return ascii && lettersEnd > afterFirst
        ? lettersEnd
        : this.#symbolRunEnd(bytes, afterFirst, to);
    }
    if (first !== NEWLINE && isWordPart(second)) return this.#wordEnd(bytes, afterFirst, to);
    if (first === SPACE && isSymbol(second)) return this.#symbolRunEnd(bytes, afterFirst, to);
    if (first === OTHER) return this.#gapEnd(bytes, afterFirst, to);
    return this.#blankEnd(bytes, start, to);
  }

  /** The class at `position`, with CJK for what is CJK to the pattern, and NONE at the end. */
  #kindAt(bytes: Uint8Array, position: number, to: number): number {
    if (position >= to) return NONE;
    const codePoint = this.codePointAt(bytes, position);
    return isCjk(codePoint) ? CJK : (this.classes[codePoint] as number);
  }

  #cjkEnd(bytes: Uint8Array, position: number, to: number): number {
    let end = position;
    while (this.#kindAt(bytes, end, to) === CJK) end += this.width;
    return end;
  }

  #wordEnd(bytes: Uint8Array, position: number, to: number): number {
    let end = position;
    while (isWordPart(this.#kindAt(bytes, end, to))) end += this.width;
    return end;
  }

  #symbolRunEnd(bytes: Uint8Array, position: number, to: number): number {
    let end = position;
    while (isSymbol(this.#kindAt(bytes, end, to))) end += this.width;
    while (end < to && isLineEnd(bytes[end] as number, false)) end++;
    return end;
  }

  /** Unmatched characters up to the one that is the prefix of a word. */
  #gapEnd(bytes: Uint8Array, position: number, to: number): number {
    let end = position;
    while (this.#kindAt(bytes, end, to) === OTHER) {
      const next = end + this.width;
      if (isWordPart(this.#kindAt(bytes, next, to))) return end;
      end = next;
    }
    return end;
  }

  /** White space keeps its last space for what follows, unless a number or CJK (or nothing) does. */
  #blankEnd(bytes: Uint8Array, start: number, to: number): number {
    const end = this.whiteSpaceEnd(bytes, start, to);
    const next = this.#kindAt(bytes, end, to);
    const afterNext = end + this.width;
    if (next !== SPACE && next !== WHITE) return end;
    if (isLineEnd(bytes[end - 1] as number, false)) return end;
    const following = this.#kindAt(bytes, afterNext, to);
    return following === NUMBER || following === CJK ? afterNext : end;
  }
}

function isWordPart(kind: number): boolean {
  return isLetter(kind) || kind === MARK;
}

function isSymbol(kind: number): boolean {
  return kind >= SYMBOL && kind !== CJK;
}

function isCjk(codePoint: number): boolean {
  if (codePoint < 0x4e00) return codePoint >= 0x3040 && codePoint <= 0x30ff;
  return codePoint <= 0x9fa5;
}

/** The end of `[A-Za-z]*` from `position` on. */
function asciiLettersEnd(bytes: Uint8Array, position: number): number {
  let end = position;
  for (;;) {
    const byte = bytes[end] as number;
    const small = byte | 0x20;
    if (byte >= 0x80 || small < 0x61 || small > 0x7a) return end;
    end++;
  }
}
