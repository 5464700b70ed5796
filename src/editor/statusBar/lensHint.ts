import type { Memento } from 'vscode';

/** Key of the file on which the hint is shown and the time since when; 0: it is not shown again. */
const KEY = 'lensHintSince';

/** The hint stays this long on its file, because a tooltip does not tell whether it was read: seven days. */
const SHOWN_MS = 7 * 86_400_000;

interface Shown {
  readonly uri: string;
  /** Milliseconds since 1970. */
  readonly sinceMs: number;
}

/** Whether the tooltip says that prompt files can have lenses: on the first one, until the user answers. */
export class LensHint {
  readonly #memory: Pick<Memento, 'get' | 'update'>;

  constructor(memory: Pick<Memento, 'get' | 'update'>) {
    this.#memory = memory;
  }

  /** Remembers the first file on which the hint is shown. @returns whether to show it. */
  show(uri: string, nowMs: number): boolean {
    const shown = this.#memory.get<unknown>(KEY);
    if (isShown(shown)) return shown.uri === uri && nowMs - shown.sinceMs < SHOWN_MS;
    if (shown !== undefined) return false;
    void this.#memory.update(KEY, { uri, sinceMs: nowMs } satisfies Shown);
    return true;
  }

  end(): void {
    void this.#memory.update(KEY, 0);
  }
}

function isShown(value: unknown): value is Shown {
  return typeof value === 'object' && value !== null && 'uri' in value && 'sinceMs' in value;
}
