import type { Disposable, LogOutputChannel, WebviewPanel } from 'vscode';
import { noAnswerLog, noAnswerTitle } from '../../wording/page/report';
import { wordsOf } from '../words';

/** How long a page that is shown may take to answer. */
const PATIENCE_MS = 5000;
/** To price thousands of files on all models takes a page a while. */
const PATIENCE_PER_FILE_MS = 10;

/**
 * Says in a panel's title that its page does not answer, and in the log what to do. It is a title and not
 * a message, as a page in a minimised window draws nothing and so answers when somebody looks at it.
 */
export class PageWatch implements Disposable {
  readonly #log: LogOutputChannel;
  readonly #patienceMs: number;
  #waiting: { readonly panel: WebviewPanel; readonly title: string } | undefined;
  #overdue: ReturnType<typeof setTimeout> | undefined;

  constructor(log: LogOutputChannel, patienceMs = PATIENCE_MS) {
    this.#log = log;
    this.#patienceMs = patienceMs;
  }

  /** From now on the panel's page owes an answer about so many files. */
  expectAnswer(panel: WebviewPanel, title: string, files = 0): void {
    clearTimeout(this.#overdue);
    this.#waiting = { panel, title };
    this.#overdue = setTimeout(
      () => this.#complain(),
      this.#patienceMs + files * PATIENCE_PER_FILE_MS,
    );
  }

  /** The page has answered, or is not shown any more. */
  rest(): void {
    clearTimeout(this.#overdue);
    if (!this.#waiting) return;
    const { panel, title } = this.#waiting;
    this.#waiting = undefined;
    if (panel.title !== title) panel.title = title;
  }

  dispose(): void {
    clearTimeout(this.#overdue);
  }

  #complain(): void {
    if (!this.#waiting) return;
    const { panel, title } = this.#waiting;
    panel.title = noAnswerTitle(wordsOf(), title);
    this.#log.warn(noAnswerLog(wordsOf()));
  }
}
