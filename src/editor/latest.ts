/** Asynchronous work of which only the newest run counts: a run that begins aborts the one before. */
export class Latest {
  #newest = new AbortController();

  /** @returns the signal of a new run: aborted when a newer one begins, or at `stop`. */
  begin(): AbortSignal {
    this.#newest.abort();
    this.#newest = new AbortController();
    return this.#newest.signal;
  }

  /** Aborts the newest run. */
  stop(): void {
    this.#newest.abort();
  }

  /** @returns undefined if the run was aborted; its failure is dropped then, too. */
  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    const signal = this.begin();
    try {
      const result = await work(signal);
      return signal.aborted ? undefined : result;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }
}
