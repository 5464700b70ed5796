/** A problem that was logged. */
export interface Incident {
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly problem: Error | string;
}

/** How often some work was done, and how long it took. */
export interface Timing {
  readonly times: number;
  readonly lastMs: number;
  readonly longestMs: number;
}

/** Older problems are forgotten. */
const KEPT_INCIDENTS = 20;

/** What the program remembers of its work while it runs, for a diagnosis. */
export class Journal {
  /** By the name of the work. */
  readonly timings = new Map<string, Timing>();
  /** The last problems, the oldest first. */
  incidents: readonly Incident[] = [];

  note(incident: Incident): void {
    this.incidents = [...this.incidents, incident].slice(-KEPT_INCIDENTS);
  }

  took(work: string, ms: number): void {
    const { times = 0, longestMs = 0 } = this.timings.get(work) ?? {};
    this.timings.set(work, {
      times: times + 1,
      lastMs: ms,
      longestMs: Math.max(longestMs, ms),
    });
  }
}
