import type { Sliced } from './sliced';

/** The clock of a host, and how it runs other work. Times are in milliseconds. */
export interface SliceHost {
  /** Longest time for which work may occupy the host. */
  readonly sliceMs: number;
  readonly nowMs: () => number;
  /** Resolves after other work of the host had its turn. */
  readonly pause: () => Promise<void>;
}

/** A job that yields to other work of its host whenever a slice of its time is used up. */
export class Slices {
  readonly #host: SliceHost;
  #sliceEndMs: number;

  constructor(host: SliceHost) {
    this.#host = host;
    this.#sliceEndMs = host.nowMs() + host.sliceMs;
  }

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
    return this.#host.nowMs() >= this.#sliceEndMs;
  }

  async #yield(): Promise<void> {
    await this.#host.pause();
    this.#sliceEndMs = this.#host.nowMs() + this.#host.sliceMs;
  }
}
