/**
 * Work in slices: each `next()` does about SLICE_WORK units; the last one returns the result. The core has no
 * clock; the host checks its own between two slices.
 */
export type Sliced<Result> = Generator<undefined, Result, undefined>;

/**
 * Work of one slice; a unit is one byte scanned or one merge step. Well under 10 ms even in a process that has
 * just started, so that a host may run several slices before it yields.
 */
export const SLICE_WORK = 0x2000;

/** Runs all slices at once. */
export function finish<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Counts units of work; tests assert its growth instead of time. */
export interface WorkMeter {
  units: number;
}
