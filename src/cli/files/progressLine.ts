/** Least time between two changes, in milliseconds. */
const PROGRESS_MS = 100;

interface Screen {
  readonly write: (text: string) => void;
  readonly nowMs: () => number;
}

/** Writes progress into one line of a terminal. */
export class ProgressLine {
  readonly #screen: Screen;
  #shownMs = -Infinity;
  #isOver = false;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** @param text empty: the line is cleared. */
  show(text: string): void {
    if (this.#isOver) return;
    const nowMs = this.#screen.nowMs();
    if (text !== '' && nowMs - this.#shownMs < PROGRESS_MS) return;
    if (text === '' && this.#shownMs === -Infinity) return;
    this.#shownMs = text === '' ? -Infinity : nowMs;
    // Back to the start of the line, and clear it (ECMA-48: CR, EL).
    this.#screen.write(`\r\u001B[K${text}`);
  }

  /** Output follows in the same terminal: it tells the progress from here on, and is not cleared with a line of it. */
  end(): void {
    this.show('');
    this.#isOver = true;
  }
}
