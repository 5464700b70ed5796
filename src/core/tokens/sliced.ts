/**
 * Work in slices: each `next()` does about SLICE_WORK units of it, and the last one returns the result.
 * The core has no clock; the host looks at its own between two slices.
 */
export type Sliced<Result> = Generator<undefined, Result, undefined>;

/**
 * How much one slice does, in units of one byte scanned or one step of a merge: well under 10 ms even
 * in a process that has just started, so that a host may run several slices before it yields.
 */
export const SLICE_WORK = 0x2000;

/** Does all of the work at once. */
export function finish<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Counts the units of work done: what tests assert about growth, instead of time. */
export interface WorkMeter {
  units: number;
}
