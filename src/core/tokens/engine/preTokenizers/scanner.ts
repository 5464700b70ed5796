import type { ByteBuffer } from '../byteBuffer';
import {
  APOSTROPHE,
  createByteClasses,
  LETTER,
  MARK,
  NEWLINE,
  NONE,
  NUMBER,
  OTHER,
  SLASH,
  SPACE,
  SYMBOL,
  WHITE,
} from '../characterClasses';
import type { EndlessScan } from './endlessScan';
import { isSurrogate } from './preTokenizer';

/** A set of classes: one bit for each. */
export function setOf(...classes: number[]): number {
  return classes.reduce((set, kind) => set | (1 << kind), 0);
}

const BLANKS = setOf(NEWLINE, SPACE, WHITE);
const NEWLINES = setOf(NEWLINE);

/** `[^\s\p{L}\p{N}]`. */
export const NO_WORD_NO_BLANK = setOf(MARK, OTHER, SYMBOL, SLASH, APOSTROPHE);
/** `[\r\n]`, and `[\r\n/]`. */
export const LINE_ENDS = NEWLINES;
export const LINE_ENDS_AND_SLASHES = setOf(NEWLINE, SLASH);

// Bytes that stand in patterns by themselves.
export const BYTE_LF = 0x0a;
export const BYTE_CR = 0x0d;
export const BYTE_APOSTROPHE = 0x27;
export const BYTE_SLASH = 0x2f;

/**
 * What the scanners of OpenAI's patterns and their descendants share. Each scanner has a fast way for
 * ASCII, which gives up at the first byte from 0x80 on, and a slow way for any text, built from the
 * methods here.
 */
export abstract class Scanner {
  protected readonly classes: Uint8Array;
  protected readonly byteClasses: Uint8Array;
  protected readonly digitsPerPiece: number;
  /** Bytes of the character that was looked at last. */
  protected width = 1;
  /** The end of the last marked character in the run that was looked at last, or -1. */
  protected markedEnd = -1;
  /** Set while a text whose pieces may be endless is split. */
  protected endless: EndlessScan | undefined;
  readonly #kinds: Uint8Array;

  /** @param kinds the classes of all code points as the slow way tells them apart, if it has its own */
  constructor(classes: Uint8Array, digitsPerPiece: number, kinds = classes) {
    this.classes = classes;
    this.byteClasses = createByteClasses(classes);
    this.digitsPerPiece = digitsPerPiece;
    this.#kinds = kinds;
  }

  /** The end of the piece at `start`, whatever it is. */
  protected abstract anyPieceEnd(buffer: ByteBuffer, start: number): number;

  splitEndless(buffer: ByteBuffer, from: number, ends: Int32Array, scan: EndlessScan): number {
    let pieces = 0;
    this.endless = scan;
    scan.beginSlice();
    for (let start = from; start < buffer.length && pieces < ends.length && scan.hasTime;) {
      start = this.anyPieceEnd(buffer, start);
      if (scan.isPaused) break;
      scan.endPiece();
      ends[pieces++] = start;
    }
    this.endless = undefined;
    return pieces;
  }

  /** The character that starts at `position`; sets `width`. */
  protected codePointAt(bytes: Uint8Array, position: number): number {
    const first = bytes[position] as number;
    if (first < 0x80) {
      this.width = 1;
      return first;
    }
    const second = (bytes[position + 1] as number) & 0x3f;
    if (first < 0xe0) {
      this.width = 2;
      return ((first & 0x1f) << 6) | second;
    }
    const third = (bytes[position + 2] as number) & 0x3f;
    if (first < 0xf0) {
      this.width = 3;
      return ((first & 0x0f) << 12) | (second << 6) | third;
    }
    this.width = 4;
    const fourth = (bytes[position + 3] as number) & 0x3f;
    return ((first & 0x07) << 18) | (second << 12) | (third << 6) | fourth;
  }

  /** The class of the character that starts at `position`; sets `width`. */
  protected classAt(bytes: Uint8Array, position: number): number {
    return this.#kinds[this.codePointAt(bytes, position)] as number;
  }

  /** As `classAt`, and NONE at the end of the text. */
  protected classBefore(bytes: Uint8Array, position: number, to: number): number {
    return position < to ? this.classAt(bytes, position) : NONE;
  }

  /**
   * The end of the characters from `from` on whose classes are in `set`; sets `markedEnd` for those in
   * `marked`. In an endless piece it may be only as far as the slice allows.
   */
  protected runEnd(bytes: Uint8Array, from: number, to: number, set: number, marked = 0): number {
    const scan = this.endless;
    let end = from;
    let markedEnd = -1;
    let limit = to;
    if (scan !== undefined) {
      ({ end, markedEnd } = scan.find(from, set));
      limit = scan.limit(end, to);
    }
    const known = end;
    while (end < limit) {
      const kind = 1 << this.classAt(bytes, end);
      if ((set & kind) === 0) break;
      end += this.width;
      if ((marked & kind) !== 0) markedEnd = end;
    }
    scan?.note({ from, set, end, markedEnd }, known, end < limit || end >= to);
    this.markedEnd = markedEnd;
    return end;
  }

  /** The end of `'s`, `'t`, `'m`, `'d`, `'re`, `'ve` or `'ll` in any case at `start`, or `start`. */
  protected contractionEnd(bytes: Uint8Array, start: number, to: number): number {
    if (start + 1 >= to) return start;
    const first = (bytes[start + 1] as number) | 0x20;
    if (first === 0x73 || first === 0x74 || first === 0x6d || first === 0x64) return start + 2;
    const second = start + 2 < to ? (bytes[start + 2] as number) : 0;
    // U+017F, the long s, is an s to a pattern that ignores case.
    if (bytes[start + 1] === 0xc5 && second === 0xbf) return start + 3;
    const pair = (first << 8) | (second | 0x20);
    const contracts = pair === 0x7265 || pair === 0x7665 || pair === 0x6c6c;
    return contracts ? start + 3 : start;
  }

  /** The end of `\p{N}{1,digitsPerPiece}`, its first number ending at `position`. */
  protected numberEnd(bytes: Uint8Array, position: number, to: number): number {
    let end = position;
    for (let digits = 1; digits < this.digitsPerPiece; digits++) {
      if (this.classBefore(bytes, end, to) !== NUMBER) break;
      end += this.width;
    }
    return end;
  }

  /** The end of symbols and then line ends from `position` on; either may be none. */
  protected symbolsEnd(
    bytes: Uint8Array,
    position: number,
    to: number,
    symbols: number,
    lineEnds: number,
  ): number {
    return this.runEnd(bytes, this.runEnd(bytes, position, to, symbols), to, lineEnds);
  }

  /** The end of `\s*[\r\n]+|\s+(?!\S)|\s+` from `start` on, where white space is. */
  protected whiteSpaceEnd(bytes: Uint8Array, start: number, to: number): number {
    const end = this.runEnd(bytes, start, to, BLANKS, NEWLINES);
    if (this.markedEnd >= 0) return this.markedEnd;
    const last = lastCharacterStart(bytes, end);
    // The last space is left to the word that follows.
    return end < to && last > start ? last : end;
  }

  /**
   * The rule that o200k's and cl100k's patterns and their descendants share. No pattern looks back, and
   * each class pair below ends a piece and begins another whatever stands around it.
   */
  isSafeBoundary(before: number, after: number): boolean {
    if (isSurrogate(before) || isSurrogate(after)) return false;
    const left = this.classes[before] as number;
    const right = this.classes[after] as number;
    // Within a piece only line ends follow what is not white space ...
    if (right === SPACE || right === WHITE) return left < NEWLINE || left > WHITE;
    // ... and only o200k's slash follows a line end.
    if (left === NEWLINE) return right !== NEWLINE && right !== SLASH;
    // A letter is followed by letters, marks and contractions alone.
    if (left <= LETTER) return right > MARK && right !== APOSTROPHE;
    // Numbers stand alone.
    if (left === NUMBER) return right !== NUMBER;
    return left >= OTHER && right === NUMBER;
  }
}

export function isLineEnd(byte: number, slashes: boolean): boolean {
  return byte === BYTE_LF || byte === BYTE_CR || (slashes && byte === BYTE_SLASH);
}

/** Where the character that ends at `end` starts. */
export function lastCharacterStart(bytes: Uint8Array, end: number): number {
  let start = end - 1;
  while (((bytes[start] as number) & 0xc0) === 0x80) start--;
  return start;
}
