import type { Disposable, LogOutputChannel } from 'vscode';
import { Journal } from '../core/diagnosis/journal';
import { withoutFolders } from '../core/diagnosis/folders';

/** The part of a log that most features use. */
export type Logger = Pick<LogOutputChannel, 'error' | 'warn' | 'info' | 'debug'>;

/** Work of less time is told on the level "Debug", as each key is some, in milliseconds. */
const NOTABLE_MS = 20;

/**
 * Writes the output channel "API Spend": what was counted, how long it took, and what was refused, without texts and folders.
 * Its lines are English, as those of VS Code's logs: who reads them compares them with the code.
 */
export class Log implements Logger, Disposable {
  readonly journal = new Journal();
  readonly #channel: LogOutputChannel;
  /** Work that ends after the extension has tells nothing: a channel that is closed throws. */
  #isClosed = false;

  constructor(channel: LogOutputChannel) {
    this.#channel = channel;
  }

  error(problem: string | Error): void {
    this.#note('error', problem);
  }

  warn(problem: string): void {
    this.#note('warn', problem);
  }

  info(text: string): void {
    this.#write('info', text);
  }

  debug(text: string): void {
    this.#write('debug', text);
  }

  /**
   * Tells how long some work took.
   *
   * @param work as in "count"; the times of work of one name are compared.
   * @param startedMs as of `performance.now()`.
   */
  took(work: string, startedMs: number, about: string): void {
    const ms = performance.now() - startedMs;
    this.journal.took(work, ms);
    this.#write(ms < NOTABLE_MS ? 'debug' : 'info', `${work}: ${about}, ${ms.toFixed(1)} ms`);
  }

  dispose(): void {
    this.#isClosed = true;
    this.#channel.dispose();
  }

  #note(level: 'error' | 'warn', problem: string | Error): void {
    this.journal.note({ atMs: Date.now(), problem });
    const stack = problem instanceof Error ? problem.stack : undefined;
    this.#write(level, stack ?? String(problem));
  }

  #write(level: keyof Logger, text: string): void {
    if (!this.#isClosed) this.#channel[level](withoutFolders(text));
  }
}
