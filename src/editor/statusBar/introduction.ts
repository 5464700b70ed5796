import type { Memento } from 'vscode';
import { SEEN_PRICES } from './seenPrices';

/** Key of the time of the first appearance, milliseconds since 1970; 0: there was none to explain. */
const KEY = 'introducedMs';

/** Who has not looked at it in the first hour does not need it any more. */
const SHOWN_MS = 3_600_000;

/**
 * Whether the status bar explains itself: from its first cost until the user runs a command, for an hour at most. Once:
 * neither after a restart nor in another window.
 */
export class Introduction {
  readonly #memory: Pick<Memento, 'get' | 'update'>;
  /** Since when this window shows it. */
  #sinceMs: number | undefined;

  constructor(memory: Pick<Memento, 'get' | 'update'>) {
    this.#memory = memory;
    // Whoever has seen prices in an earlier version knows the item.
    if (this.isAwaited && memory.get<unknown>(SEEN_PRICES) !== undefined) this.end();
  }

  /** Whether no window has shown a cost yet. */
  get isAwaited(): boolean {
    return this.#memory.get<unknown>(KEY) === undefined;
  }

  /** Remembers the first appearance. @returns whether to explain it. */
  show(nowMs: number): boolean {
    if (this.isAwaited) {
      this.#sinceMs = nowMs;
      void this.#memory.update(KEY, nowMs);
    }
    return this.#sinceMs !== undefined && Math.abs(nowMs - this.#sinceMs) < SHOWN_MS;
  }

  /** The user knows it. @returns whether it was shown, or awaited. */
  end(): boolean {
    const { isAwaited } = this;
    const wasShown = this.#sinceMs !== undefined;
    this.#sinceMs = undefined;
    if (isAwaited) void this.#memory.update(KEY, 0);
    return isAwaited || wasShown;
  }
}
