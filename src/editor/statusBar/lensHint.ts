import type { Memento } from 'vscode';

/** Key of the time when the hint was first shown, in milliseconds since 1970; 0: it is not shown again. */
const KEY = 'lensHintSince';

/** The hint stays this long, because a tooltip does not tell whether it was read: seven days. */
const SHOWN_MS = 7 * 86_400_000;

/** Whether the tooltip says that prompt files can have lenses: in one week, or until the user answers. */
export class LensHint {
  readonly #memory: Pick<Memento, 'get' | 'update'>;

  constructor(memory: Pick<Memento, 'get' | 'update'>) {
    this.#memory = memory;
  }

  /** Remembers that the hint is shown. @returns whether to show it. */
  show(nowMs: number): boolean {
    const since = this.#memory.get<unknown>(KEY);
    if (typeof since === 'number') return nowMs - since < SHOWN_MS;
    void this.#memory.update(KEY, nowMs);
    return true;
  }

  end(): void {
    void this.#memory.update(KEY, 0);
  }
}
