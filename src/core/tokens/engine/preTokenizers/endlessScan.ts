import { SLICE_WORK } from '../../sliced';

/** Characters whose classes are in one set, as far as they have been looked at. */
interface Run {
  readonly from: number;
  readonly set: number;
  readonly end: number;
  /** The end of the last marked character among them, or -1. */
  readonly markedEnd: number;
}

/**
 * How far a scanner has come within a piece that may be endless. A piece is a few runs, one after the
 * other; each is remembered as far as it was seen, so that a scanner that begins the piece again is at
 * once where it paused.
 */
export class EndlessScan {
  /** Whether a run was left before its end, so that the end of the piece is not known either. */
  isPaused = false;
  /** Bytes that may still be looked at in this slice. */
  #budget = 0;
  readonly #runs: Run[] = [];
  readonly #sliceBytes: number;

  constructor(sliceBytes = SLICE_WORK) {
    this.#sliceBytes = sliceBytes;
  }

  beginSlice(): void {
    this.isPaused = false;
    this.#budget = this.#sliceBytes;
  }

  /** Bytes that this slice has looked at. */
  get seenBytes(): number {
    return this.#sliceBytes - this.#budget;
  }

  /** Whether there is time for another piece. */
  get hasTime(): boolean {
    return this.#budget > 0;
  }

  /** What is known of a run. */
  find(from: number, set: number): Run {
    const known = this.#runs.find((run) => run.from === from && run.set === set);
    return known ?? { from, set, end: from, markedEnd: -1 };
  }

  /** Up to where a run may be looked at, `end` being how far it is known. */
  limit(end: number, to: number): number {
    return Math.min(to, end + this.#budget);
  }

  /** Takes note of how far a run was seen, which was known up to `known`. */
  note(run: Run, known: number, isWhole: boolean): void {
    this.#budget -= run.end - known;
    if (!isWhole) this.isPaused = true;
    if (run.end === known) return;
    const index = this.#runs.findIndex(({ from, set }) => from === run.from && set === run.set);
    if (index < 0) this.#runs.push(run);
    else this.#runs[index] = run;
  }

  /** The next piece begins; any number of short ones comes to an end too. */
  endPiece(): void {
    this.#budget--;
    this.#runs.length = 0;
  }
}
