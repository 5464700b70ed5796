import type { Disposable, WebviewPanel } from 'vscode';
import { noAnswerLog, noAnswerTitle } from '../../wording/page/report';
import { wordsOf } from '../words';
import type { Logger } from '../log';

/** Longest time within which a visible page draws the report on one text. */
const PAGE_ANSWER_MS = 5000;
/** Longest additional time for each file, which the page prices for every model. */
const PAGE_ANSWER_PER_FILE_MS = 10;

/**
 * Marks the title of a panel whose page does not answer, and logs what to do. Not an error message: a page in a
 * minimised window draws nothing, so it answers only when the window is restored.
 */
export class PageWatch implements Disposable {
  readonly #log: Logger;
  readonly #answerMs: number;
  #waiting:
    | {
        readonly panel: WebviewPanel;
        readonly title: string;
        readonly timer: ReturnType<typeof setTimeout>;
      }
    | undefined;

  constructor(log: Logger, answerMs = PAGE_ANSWER_MS) {
    this.#log = log;
    this.#answerMs = answerMs;
  }

  /** Starts to wait for the page's answer. @param files that it has to price. */
  expectAnswer(panel: WebviewPanel, title: string, files = 0): void {
    clearTimeout(this.#waiting?.timer);
    const timer = setTimeout(
      () => this.#markTitle(panel, title),
      this.#answerMs + files * PAGE_ANSWER_PER_FILE_MS,
    );
    this.#waiting = { panel, title, timer };
  }

  /** Call when the page has answered or is no longer visible. */
  stop(): void {
    if (!this.#waiting) return;
    const { panel, title, timer } = this.#waiting;
    this.#waiting = undefined;
    clearTimeout(timer);
    if (panel.title !== title) panel.title = title;
  }

  /** Call when the panel is closed. */
  dispose(): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
  }

  #markTitle(panel: WebviewPanel, title: string): void {
    panel.title = noAnswerTitle(wordsOf(), title);
    this.#log.warn(noAnswerLog(wordsOf()));
  }
}
