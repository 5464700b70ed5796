/** Runs asynchronous work whose newest run alone counts: the result of an older one is dropped. */
export class Latest {
  #newest = 0;

  /** @returns undefined if a newer run began meanwhile. A failure of an older run is dropped too. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    const turn = ++this.#newest;
    try {
      const result = await work();
      return turn === this.#newest ? result : undefined;
    } catch (error) {
      if (turn !== this.#newest) return undefined;
      throw error;
    }
  }
}
