/**
 * Work in slices: each `next()` does about SLICE_WORK units, and the last one returns the result. Slices are measured
 * in units because the core has no clock; the host checks its clock between slices.
 */
export type Sliced<Result> = Generator<undefined, Result, undefined>;

/**
 * Units of one slice; a unit is one byte scanned or one merge step. A slice takes far less than 10 ms even in a process
 * that has just started, so a host may run several slices before it yields.
 */
export const SLICE_WORK = 0x2000;

/** Runs all slices without yielding. */
export function finish<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Counts units of work, so that tests can assert growth instead of time. */
export interface WorkMeter {
  units: number;
}
