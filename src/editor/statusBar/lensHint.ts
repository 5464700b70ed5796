import type { Memory } from '../memory';

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
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Remembers the first file on which the hint is shown. @returns whether to show it. */
  show(uri: string, nowMs: number): boolean {
    const shown = this.#memory.get<unknown>(KEY);
    if (isShown(shown)) return shown.uri === uri && isRecent(shown.sinceMs, nowMs);
    if (shown !== undefined) return false;
    void this.#memory.update(KEY, { uri, sinceMs: nowMs } satisfies Shown);
    return true;
  }

  end(): void {
    void this.#memory.update(KEY, 0);
  }
}

/** A time far in the future is none: the clock has been set back. */
function isRecent(sinceMs: number, nowMs: number): boolean {
  return Math.abs(nowMs - sinceMs) < SHOWN_MS;
}

function isShown(value: unknown): value is Shown {
  return typeof value === 'object' && value !== null && 'uri' in value && 'sinceMs' in value;
}
