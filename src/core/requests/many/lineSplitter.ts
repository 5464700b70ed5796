/** A line that is not empty. */
export interface Line {
  /** From 1. */
  readonly line: number;
  readonly content: string;
}

/** No request is longer: characters. The platform has no texts of 537 million. */
const LONGEST_LINE = 100_000_000;

/** Cuts a text that comes in pieces into its lines, without those that are empty. */
export class LineSplitter {
  readonly #longest: number;
  /** The pieces of the line that has not ended. */
  #pieces: string[] = [];
  #length = 0;
  #line = 1;

  constructor(longest = LONGEST_LINE) {
    this.#longest = longest;
  }

  /** @returns the lines that have ended. The content of one that is too long is cut. */
  *push(text: string): Generator<Line, void, undefined> {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.#addPiece(text.slice(start, end));
      yield* this.#endLine();
      start = end + 1;
    }
    this.#addPiece(text.slice(start));
  }

  /** @returns the last line, which has no end. */
  *end(): Generator<Line, void, undefined> {
    yield* this.#endLine();
  }

  #addPiece(piece: string): void {
    const left = this.#longest - this.#length;
    if (piece === '' || left <= 0) return;
    this.#pieces.push(piece.slice(0, left));
    this.#length += Math.min(left, piece.length);
  }

  *#endLine(): Generator<Line, void, undefined> {
    const content = this.#pieces.join('');
    const line = this.#line++;
    this.#pieces = [];
    this.#length = 0;
    if (/\S/.test(content)) yield { line, content };
  }
}
