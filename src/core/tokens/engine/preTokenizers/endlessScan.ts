import { SLICE_WORK } from '../../sliced';

/** A run of characters whose classes are in one set, as far as it was scanned. */
interface Run {
  readonly from: number;
  readonly set: number;
  readonly end: number;
  /** The end of the last marked character in it, or -1. */
  readonly markedEnd: number;
}

/**
 * Progress of a scanner within a piece of any length. A piece consists of a few consecutive runs. The scanned
 * part of each run is remembered, so a scanner that restarts the piece is at once where it paused.
 */
export class EndlessScan {
  /** Whether a run was left before its end; then the end of the piece is unknown too. */
  isPaused = false;
  /** Bytes left to scan in this slice. */
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

  /** Bytes scanned in this slice. */
  get seenBytes(): number {
    return this.#sliceBytes - this.#budget;
  }

  /** Whether this slice has work left for another piece. */
  get hasTime(): boolean {
    return this.#budget > 0;
  }

  /** The known part of a run. */
  find(from: number, set: number): Run {
    const known = this.#runs.find((run) => run.from === from && run.set === set);
    return known ?? { from, set, end: from, markedEnd: -1 };
  }

  /** The scan limit of a run that is known up to `end`. */
  limit(end: number, to: number): number {
    return Math.min(to, end + this.#budget);
  }

  /** Records that a run, known up to `known`, was scanned further. */
  note(run: Run, known: number, isWhole: boolean): void {
    this.#budget -= run.end - known;
    if (!isWhole) this.isPaused = true;
    if (run.end === known) return;
    const index = this.#runs.findIndex(({ from, set }) => from === run.from && set === run.set);
    if (index < 0) this.#runs.push(run);
    else this.#runs[index] = run;
  }

  /** Starts the next piece. Many short pieces use up the slice too. */
  endPiece(): void {
    this.#budget--;
    this.#runs.length = 0;
  }
}
