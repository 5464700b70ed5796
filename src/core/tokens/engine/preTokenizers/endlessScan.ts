import { SLICE_WORK } from '../../../scheduling/sliced';

/** The scanned part of a run of characters whose classes are in one set. */
interface Run {
  readonly from: number;
  readonly set: number;
  readonly end: number;
  /** The end of the last marked character in it, or -1. */
  readonly markedEnd: number;
}

/**
 * Progress of a scanner within a piece of any length. A piece consists of a few consecutive runs. This remembers the
 * scanned part of each run, so that a scanner that restarts the piece immediately continues where it paused.
 */
export class EndlessScan {
  /** Whether the slice ended within a run; then the end of the piece is unknown. */
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

  /** Whether there is time for another piece in this slice. */
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

  /** Ends a piece. Counts one unit, so that many short pieces also use up the slice. */
  endPiece(): void {
    this.#budget--;
    this.#runs.length = 0;
  }
}
