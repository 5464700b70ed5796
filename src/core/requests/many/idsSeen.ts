/** The ids of requests, and those that stand more than once. */
export class IdsSeen {
  readonly #seen = new Set<string>();
  readonly #repeated = new Set<string>();

  /** @param id undefined: the request has none. */
  add(id: string | undefined): void {
    if (id === undefined) return;
    if (this.#seen.has(id)) this.#repeated.add(id);
    this.#seen.add(id);
  }

  /** Each once. */
  get repeated(): readonly string[] {
    return [...this.#repeated];
  }
}
