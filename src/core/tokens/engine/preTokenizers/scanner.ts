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

// Bytes that the patterns name.
export const BYTE_LF = 0x0a;
export const BYTE_CR = 0x0d;
export const BYTE_APOSTROPHE = 0x27;
export const BYTE_SLASH = 0x2f;

/**
 * The common part of the scanners of OpenAI's patterns and their descendants. Each scanner has a fast path for
 * ASCII, which stops at the first byte from 0x80 on, and a slow path for any text, built from the methods here.
 */
export abstract class Scanner {
  protected readonly classes: Uint8Array;
  protected readonly byteClasses: Uint8Array;
  protected readonly digitsPerPiece: number;
  /** Length in bytes of the last scanned character. */
  protected width = 1;
  /** The end of the last marked character in the last scanned run, or -1. */
  protected markedEnd = -1;
  /** Set while a text with pieces of any length is split. */
  protected endless: EndlessScan | undefined;
  readonly #kinds: Uint8Array;

  /** @param kinds classes of all code points for the slow path, if they differ from `classes` */
  constructor(classes: Uint8Array, digitsPerPiece: number, kinds = classes) {
    this.classes = classes;
    this.byteClasses = createByteClasses(classes);
    this.digitsPerPiece = digitsPerPiece;
    this.#kinds = kinds;
  }

  /** The end of the piece at `start`, by the slow path. */
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

  /** Like `classAt`, but NONE at the end of the text. */
  protected classBefore(bytes: Uint8Array, position: number, to: number): number {
    return position < to ? this.classAt(bytes, position) : NONE;
  }

  /**
   * The end of the run from `from` of characters whose classes are in `set`; sets `markedEnd` for classes in
   * `marked`. With an `EndlessScan` the run may end where the slice ends.
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
    // U+017F (long s) equals s in a pattern that ignores case.
    if (bytes[start + 1] === 0xc5 && second === 0xbf) return start + 3;
    const pair = (first << 8) | (second | 0x20);
    const contracts = pair === 0x7265 || pair === 0x7665 || pair === 0x6c6c;
    return contracts ? start + 3 : start;
  }

  /** The end of `\p{N}{1,digitsPerPiece}` whose first number ends at `position`. */
  protected numberEnd(bytes: Uint8Array, position: number, to: number): number {
    let end = position;
    for (let digits = 1; digits < this.digitsPerPiece; digits++) {
      if (this.classBefore(bytes, end, to) !== NUMBER) break;
      end += this.width;
    }
    return end;
  }

  /** The end of symbols, then line ends, from `position`; either may be empty. */
  protected symbolsEnd(
    bytes: Uint8Array,
    position: number,
    to: number,
    symbols: number,
    lineEnds: number,
  ): number {
    return this.runEnd(bytes, this.runEnd(bytes, position, to, symbols), to, lineEnds);
  }

  /** The end of `\s*[\r\n]+|\s+(?!\S)|\s+` at `start`, which is white space. */
  protected whiteSpaceEnd(bytes: Uint8Array, start: number, to: number): number {
    const end = this.runEnd(bytes, start, to, BLANKS, NEWLINES);
    if (this.markedEnd >= 0) return this.markedEnd;
    const last = lastCharacterStart(bytes, end);
    // The last space belongs to the following word.
    return end < to && last > start ? last : end;
  }

  /**
   * The rule common to o200k's and cl100k's patterns and their descendants. No pattern looks back, and each pair
   * of classes below ends one piece and starts another in every context.
   */
  isSafeBoundary(before: number, after: number): boolean {
    if (isSurrogate(before) || isSurrogate(after)) return false;
    const left = this.classes[before] as number;
    const right = this.classes[after] as number;
    // Inside a piece, after a non-space only line ends follow ...
    if (right === SPACE || right === WHITE) return left < NEWLINE || left > WHITE;
    // ... and after a line end only o200k's slash.
    if (left === NEWLINE) return right !== NEWLINE && right !== SLASH;
    // After a letter only letters, marks and contractions follow.
    if (left <= LETTER) return right > MARK && right !== APOSTROPHE;
    // Numbers are pieces of their own.
    if (left === NUMBER) return right !== NUMBER;
    return left >= OTHER && right === NUMBER;
  }
}

export function isLineEnd(byte: number, slashes: boolean): boolean {
  return byte === BYTE_LF || byte === BYTE_CR || (slashes && byte === BYTE_SLASH);
}

/** The start of the character that ends at `end`. */
export function lastCharacterStart(bytes: Uint8Array, end: number): number {
  let start = end - 1;
  while (((bytes[start] as number) & 0xc0) === 0x80) start--;
  return start;
}
