import { LogLevel, type Disposable, type LogOutputChannel } from 'vscode';
import { errorLines } from '../core/diagnosis/stack';
import { Journal } from '../core/diagnosis/journal';
import { withoutFolders } from '../core/diagnosis/folders';
import { visibleText } from '../core/figures/visibleText';

/** The part of a log that most features use. */
export type Logger = Pick<LogOutputChannel, 'error' | 'warn' | 'info' | 'debug'>;

/** Work of less time is told on the level "Debug", as each key is some, in milliseconds. */
const NOTABLE_MS = 20;

/**
 * Writes the output channel "API Spend": what was counted, how long it took, and what was refused, without
 * the folders of files. The message of an error can quote a text or a value: the log stays on the machine.
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
   * @param about is asked only if the line is told, as some work is done at each key.
   */
  took(work: string, startedMs: number, about: () => string): void {
    const ms = performance.now() - startedMs;
    this.journal.took(work, ms);
    const isNotable = ms >= NOTABLE_MS;
    if (isNotable || this.#tellsDebug)
      this.#write(isNotable ? 'info' : 'debug', `${work}: ${about()}, ${ms.toFixed(1)} ms`);
  }

  dispose(): void {
    this.#isClosed = true;
    this.#channel.dispose();
  }

  get #tellsDebug(): boolean {
    const { logLevel } = this.#channel;
    return logLevel === LogLevel.Debug || logLevel === LogLevel.Trace;
  }

  #note(level: 'error' | 'warn', problem: string | Error): void {
    this.journal.note({ atMs: Date.now(), problem });
    this.#write(level, problem);
  }

  #write(level: keyof Logger, told: string | Error): void {
    if (this.#isClosed) return;
    const lines = typeof told === 'string' ? [withoutFolders(told)] : errorLines(told);
    // A name of a file can have line feeds and marks that reorder a line.
    this.#channel[level](lines.map(visibleText).join('\n'));
  }
}
