import { SLICE_WORK } from '../sliced';

/** Characters whose classes are in one set, as far as they have been looked at. */
interface Run {
  readonly from: number;
  readonly set: number;
  readonly end: number;
  /** The end of the last marked character among them, or -1. */
  readonly markedEnd: number;
}

/** Shorter runs are looked through again rather than remembered. */
const REMEMBERED_BYTES = 256;

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
  #runs: Run[] = [];
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
    // At least one, so that any number of short pieces comes to an end too.
    this.#budget -= Math.max(1, run.end - known);
    if (!isWhole) this.isPaused = true;
    if (isWhole && run.end - run.from < REMEMBERED_BYTES) return;
    this.#runs = this.#runs.filter(({ from, set }) => from !== run.from || set !== run.set);
    this.#runs.push(run);
  }

  /** The next piece begins. */
  forgetRuns(): void {
    if (this.#runs.length > 0) this.#runs = [];
  }
}
