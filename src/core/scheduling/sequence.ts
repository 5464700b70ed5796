/** Runs jobs one after another, in the order in which they were given. A job that fails does not stop the next. */
export class Sequence {
  #last: Promise<unknown> = Promise.resolve();

  /** @returns the result of the job. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#last.then(job);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
