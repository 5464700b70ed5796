import type { ByteBuffer } from '../byteBuffer';
import { NO_RANK, type RankTable } from '../rankTable';
import { SLICE_WORK, type Sliced } from '../../../scheduling/sliced';
import type { Vocabulary } from '../vocabulary';
import { isSurrogate, type PreTokenizer } from './preTokenizer';
import { lastCharacterStart, Scanner } from './scanner';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const BLANK = 0x20;
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SOLIDUS = 0x2f;
/** U+2581, SentencePiece's space. */
const LOW_LINE = 0x2581;
/** Replaces up to 31 U+2581 in the buffer; not a byte of UTF-8. */
const LOW_LINES = 0xff;

/** Longest run of tabs, line feeds or spaces that is one token. */
const LONGEST_RUN = 31;
/** Length of `</blockquote>`, the longest tag. */
const LONGEST_TAG = 13;

const JOIN_BITS = 21;

/**
 * Gemma's SentencePiece model has no pattern: it merges over the whole text. No merge crosses two characters that are
 * adjacent in no token, so this splits the text there. Runs of white space, and the HTML tags of the vocabulary, are
 * matched as a whole before any merge.
 */
export class GemmaPreTokenizer extends Scanner implements PreTokenizer {
  readonly #ranks: RankTable;
  /** Whether two ASCII characters are adjacent in some token. */
  readonly #asciiJoins = new Uint8Array(0x80 * 0x80);
  /** Whether two ASCII characters are adjacent in some tag. Tags are not merged but make a boundary unsafe. */
  readonly #tagJoins = new Uint8Array(0x80 * 0x80);
  /** Whether two other characters are adjacent in some token, by hash. A collision only removes a boundary. */
  readonly #joins = new Uint8Array(2 ** JOIN_BITS / 8);

  private constructor(classes: Uint8Array, ranks: RankTable) {
    super(classes, 1);
    this.#ranks = ranks;
  }

  /** @param known the ranks of the tokens that it knows; default: all */
  static *build(
    classes: Uint8Array,
    vocabulary: Vocabulary,
    ranks: RankTable,
    known?: readonly number[],
  ): Sliced<GemmaPreTokenizer> {
    const preTokenizer = new GemmaPreTokenizer(classes, ranks);
    const tokens = known?.length ?? vocabulary.tokenCount;
    for (let from = 0; from < tokens; from += SLICE_WORK) {
      const to = Math.min(from + SLICE_WORK, tokens);
      for (let index = from; index < to; index++) {
        preTokenizer.#learn(vocabulary, known ? (known[index] as number) : index);
      }
      yield;
    }
    return preTokenizer;
  }

  split(buffer: ByteBuffer, from: number, ends: Int32Array): number {
    let pieces = 0;
    for (let start = from; start < buffer.length && pieces < ends.length;) {
      start = this.#pieceEnd(buffer, start);
      ends[pieces++] = start;
    }
    return pieces;
  }

  /** Replaces U+2581 by a space, and two or more of them by LOW_LINES, because they are one token before any merge. */
  *prepare(buffer: ByteBuffer): Sliced<void> {
    const { bytes, length } = buffer;
    let written = bytes.subarray(0, length).indexOf(0xe2);
    if (written < 0) return;
    let pauseAt = written + SLICE_WORK;
    for (let position = written; position < length;) {
      const lines = countLowLines(bytes, position);
      if (lines === 0) {
        bytes[written++] = bytes[position++] as number;
      } else {
        bytes[written++] = lines === 1 ? BLANK : LOW_LINES;
        position += 3 * lines;
      }
      if (position < pauseAt) continue;
      yield;
      pauseAt = position + SLICE_WORK;
    }
    buffer.truncate(written);
  }

  override isSafeBoundary(before: number, after: number): boolean {
    if (isSurrogate(before) || isSurrogate(after)) return false;
    if (before === LOW_LINE || after === LOW_LINE) return false;
    if (this.#joined(before, after)) return false;
    return before >= 0x80 || after >= 0x80 || this.#tagJoins[(before << 7) | after] === 0;
  }

  protected override anyPieceEnd(buffer: ByteBuffer, start: number): number {
    const tokenEnd = this.#tokenEnd(buffer, start);
    const scan = this.endless;
    if (tokenEnd > start || scan === undefined) return tokenEnd;
    const { end: known } = scan.find(start, 0);
    const last = known > start ? lastCharacterStart(buffer.bytes, known) : start;
    const limit = scan.limit(known, buffer.length);
    const end = this.#joinedEnd(buffer, last, limit);
    const isWhole = end < limit || end >= buffer.length;
    scan.note({ from: start, set: 0, end, markedEnd: -1 }, known, isWhole);
    return end;
  }

  #pieceEnd(buffer: ByteBuffer, start: number): number {
    const tokenEnd = this.#tokenEnd(buffer, start);
    return tokenEnd > start ? tokenEnd : this.#joinedEnd(buffer, start, buffer.length);
  }

  /** The end of a run or tag that is matched as a whole, or `start`. */
  #tokenEnd(buffer: ByteBuffer, start: number): number {
    const { bytes } = buffer;
    const first = bytes[start] as number;
    if (first === LINE_FEED || first === TAB) return runEnd(bytes, start);
    if (first === BLANK && bytes[start + 1] === BLANK) return runEnd(bytes, start);
    if (first === LOW_LINES) return start + 1;
    return first === LESS_THAN ? this.#tagEnd(buffer, start) : start;
  }

  /** The end of the characters from `last` on in which every two neighbours are adjacent in some token. */
  #joinedEnd(buffer: ByteBuffer, last: number, limit: number): number {
    const { bytes } = buffer;
    let previous = this.codePointAt(bytes, last);
    let end = last + this.width;
    while (end < limit) {
      const byte = bytes[end] as number;
      if (byte === LOW_LINES) break;
      const next = byte < 0x80 ? byte : this.codePointAt(bytes, end);
      if (!this.#joined(previous, next)) break;
      if (byte === LESS_THAN && this.#tagEnd(buffer, end) > end) break;
      // The only token with an inner space is `> </`.
      if (byte === BLANK && !(bytes[end + 1] === LESS_THAN && bytes[end + 2] === SOLIDUS)) break;
      end += byte < 0x80 ? 1 : this.width;
      previous = next;
    }
    return end;
  }

  #joined(before: number, after: number): boolean {
    if ((before | after) < 0x80) return this.#asciiJoins[(before << 7) | after] !== 0;
    const bit = joinBit(before, after);
    return ((this.#joins[bit >>> 3] as number) & (1 << (bit & 7))) !== 0;
  }

  /** Learns a token: a quarter of the time in which a vocabulary loads. */
  #learn({ bytes, offsets }: Vocabulary, rank: number): void {
    const joins = this.#joins;
    const start = offsets[rank] as number;
    const end = offsets[rank + 1] as number;
    const asciiJoins = isTagShaped(bytes, start, end) ? this.#tagJoins : this.#asciiJoins;
    let previous = -1;
    for (let position = start; position < end;) {
      const byte = bytes[position] as number;
      const next = byte < 0x80 ? byte : this.codePointAt(bytes, position);
      position += byte < 0x80 ? 1 : this.width;
      if (previous >= 0) {
        if ((previous | next) < 0x80) asciiJoins[(previous << 7) | next] = 1;
        else {
          const bit = joinBit(previous, next);
          joins[bit >>> 3] = (joins[bit >>> 3] as number) | (1 << (bit & 7));
        }
      }
      previous = next;
    }
  }

  /** The end of the vocabulary's HTML tag at `start`, or `start`. */
  #tagEnd(buffer: ByteBuffer, start: number): number {
    const { bytes } = buffer;
    const most = Math.min(start + LONGEST_TAG, buffer.length);
    for (let position = start + 1; position < most; position++) {
      const byte = bytes[position] as number;
      if (byte === GREATER_THAN) {
        const end = position + 1;
        const known = this.#ranks.rank(buffer.view, start, end - start) !== NO_RANK;
        return known && isTagShaped(bytes, start, end) ? end : start;
      }
      if (!isTagByte(byte)) return start;
    }
    return start;
  }
}

function joinBit(before: number, after: number): number {
  const hash = Math.imul(before, 0x9e3779b1) ^ Math.imul(after, 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) >>> (32 - JOIN_BITS);
}

/** The end of the run of the byte at `start`, at most LONGEST_RUN long. */
function runEnd(bytes: Uint8Array, start: number): number {
  const byte = bytes[start];
  let end = start + 1;
  while (bytes[end] === byte && end - start < LONGEST_RUN) end++;
  return end;
}

/** The number of U+2581 at `position`, at most LONGEST_RUN. */
function countLowLines(bytes: Uint8Array, position: number): number {
  let lines = 0;
  for (let at = position; bytes[at] === 0xe2 && lines < LONGEST_RUN; at += 3) {
    if (bytes[at + 1] !== 0x96 || bytes[at + 2] !== 0x81) break;
    lines++;
  }
  return lines;
}

/** Whether a token is an HTML tag: only tags match `</?[a-z]+[0-9]?>`. */
function isTagShaped(bytes: Uint8Array, start: number, end: number): boolean {
  const letter = (bytes[start + 1] === SOLIDUS ? bytes[start + 2] : bytes[start + 1]) as number;
  return bytes[start] === LESS_THAN && bytes[end - 1] === GREATER_THAN && letter >= 0x61;
}

function isTagByte(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x31 && byte <= 0x36) || byte === SOLIDUS;
}
