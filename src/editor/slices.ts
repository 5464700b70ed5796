import type { Sliced } from '../core/tokens/sliced';

/** Longest time for which work occupies the extension host before other work gets its turn, in milliseconds. */
const SLICE_MS = 6;

/** A job that yields to other work of the extension host whenever a slice of its time is used up. */
export class Slices {
  #sliceEnd = performance.now() + SLICE_MS;

  /** Yields if the slice is used up; call it between small parts of the job. */
  async yieldIfDue(): Promise<void> {
    if (this.#isDue) await this.#yield();
  }

  /** Runs sliced work to its end. */
  async run<T>(work: Sliced<T>): Promise<T>;
  /** @returns undefined if aborted; asked after each slice. */
  async run<T>(work: Sliced<T>, signal: AbortSignal): Promise<T | undefined>;
  async run<T>(work: Sliced<T>, signal?: AbortSignal): Promise<T | undefined> {
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
      if (!this.#isDue) continue;
      await this.#yield();
      if (signal?.aborted === true) return undefined;
    }
  }

  get #isDue(): boolean {
    return performance.now() >= this.#sliceEnd;
  }

  async #yield(): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    this.#sliceEnd = performance.now() + SLICE_MS;
  }
}
