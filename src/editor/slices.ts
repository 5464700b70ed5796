import type { Sliced } from '../core/tokens/sliced';

/** How long the extension host may be kept busy before others get their turn, in milliseconds. */
const SLICE_MS = 6;

/** Lets everything else that waits for the extension host run first. */
async function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/**
 * Does a slice of work again and again until it is done, and pauses whenever its time is up.
 *
 * @param step does one slice; true when the work is done.
 * @param isWanted asked after each pause: work that nobody wants any more is given up.
 * @returns whether the work was done.
 */
export async function runInSlices(step: () => boolean, isWanted: () => boolean): Promise<boolean> {
  let sliceEnd = performance.now() + SLICE_MS;
  while (!step()) {
    if (performance.now() < sliceEnd) continue;
    await pause();
    if (!isWanted()) return false;
    sliceEnd = performance.now() + SLICE_MS;
  }
  return true;
}

/** The result of sliced work, or undefined when it was given up. */
export async function runSliced<T>(
  work: Sliced<T>,
  isWanted: () => boolean,
): Promise<T | undefined> {
  let result: T | undefined;
  const step = (): boolean => {
    const { done, value } = work.next();
    if (done === true) result = value;
    return done === true;
  };
  return (await runInSlices(step, isWanted)) ? result : undefined;
}

/** Keeps a long job made of many small parts from holding the extension host for longer than a slice. */
export class Pace {
  #sliceEnd = performance.now() + SLICE_MS;

  /** Pauses when the time of a slice is up. */
  async breathe(): Promise<void> {
    if (!this.#isDue) return;
    await pause();
    this.#sliceEnd = performance.now() + SLICE_MS;
  }

  /** The result of sliced work, or undefined when it was given up. */
  async run<T>(work: Sliced<T>, isWanted: () => boolean): Promise<T | undefined> {
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
      if (!this.#isDue) continue;
      await this.breathe();
      if (!isWanted()) return undefined;
    }
  }

  get #isDue(): boolean {
    return performance.now() >= this.#sliceEnd;
  }
}

/** The result of sliced work that is wanted in any case. */
export async function runToEnd<T>(work: Sliced<T>): Promise<T> {
  const pace = new Pace();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await pace.breathe();
  }
}
