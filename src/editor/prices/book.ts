import {
  EventEmitter,
  FileSystemError,
  Uri,
  window,
  workspace,
  type Disposable,
  type Event,
  type LogOutputChannel,
} from 'vscode';
import { mergeTables, type MergedTable } from '../../core/pricing/table/merge';
import { applyOverrides } from '../../core/pricing/own/overrides';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { firstOf, loadedPricesUnreadable } from '../../wording/prices';
import { wordsOf } from '../words';
import type { BundledFiles } from './bundledFiles';
import { HumanError, messageFor } from '../errors';
import { KNOWN_TOKENIZERS, parseTable } from './parseTable';
import { describeProblem, onDidChangeSettings, readPriceSettings } from '../settings/settings';

/** The prices that hold: the bundled table, a newer one that the user has loaded, and the user's own. */
export class PriceBook implements Disposable {
  readonly #files: BundledFiles;
  /** The folder of the tables that the user has loaded. */
  readonly #loaded: Uri;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  readonly #listener: Disposable;
  #table: Promise<PriceTable> | undefined;
  #lastProblems = '';

  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param storage a folder of our own that outlives the window. */
  constructor(files: BundledFiles, storage: Uri, log: LogOutputChannel) {
    this.#files = files;
    this.#loaded = Uri.joinPath(storage, 'prices');
    this.#log = log;
    this.#listener = onDidChangeSettings(() => this.#forget());
  }

  /** @throws {HumanError} when the bundled table is broken; the message names the path of what is wrong. */
  async table(): Promise<PriceTable> {
    if (this.#table) return this.#table;
    const table = this.#build();
    this.#table = table;
    // Only its own failure is forgotten, not a newer table.
    table.catch(() => {
      if (this.#table === table) this.#table = undefined;
    });
    return table;
  }

  /**
   * Takes over a price table that the user picked, and keeps it for the next start.
   *
   * @throws {HumanError} when it is no price table; nothing is changed then.
   */
  async load(file: Uri): Promise<MergedTable> {
    const bytes = await workspace.fs.readFile(file);
    const base = await this.#withLoaded(await this.#files.priceTable());
    const merged = mergeTables(base, parseTable(bytes, file.path));
    await workspace.fs.createDirectory(this.#loaded);
    // One file for each, in their order: an older one may hold the newer price of a model.
    const name = `${String((await this.#loadedFiles()).length).padStart(6, '0')}.json`;
    await workspace.fs.writeFile(Uri.joinPath(this.#loaded, name), bytes);
    this.#forget();
    return merged;
  }

  /** Undoes `load`. @returns whether there was anything to undo. */
  async useBundled(): Promise<boolean> {
    if ((await this.#loadedFiles()).length === 0) return false;
    await workspace.fs.delete(this.#loaded, { recursive: true });
    this.#forget();
    return true;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #forget(): void {
    this.#table = undefined;
    this.#changed.fire();
  }

  async #build(): Promise<PriceTable> {
    const bundled = await this.#files.priceTable();
    const base = await this.#withLoaded(bundled);
    const { overrides, customModels } = readPriceSettings();
    const { table, problems } = applyOverrides(base, overrides, customModels, KNOWN_TOKENIZERS);
    this.#warn(problems.map((problem) => describeProblem('pricing', problem)));
    return table;
  }

  async #withLoaded(bundled: PriceTable): Promise<PriceTable> {
    let table = bundled;
    try {
      for (const file of await this.#loadedFiles()) {
        const bytes = await workspace.fs.readFile(file);
        table = mergeTables(table, parseTable(bytes, file.path)).table;
      }
    } catch (error) {
      // An older version of this extension may have understood it.
      this.#log.error(error instanceof Error ? error : String(error));
      this.#warn([loadedPricesUnreadable(wordsOf())]);
    }
    return table;
  }

  /** In the order in which they were loaded. */
  async #loadedFiles(): Promise<readonly Uri[]> {
    try {
      const entries = await workspace.fs.readDirectory(this.#loaded);
      const names = entries.map(([name]) => name).filter((name) => /^\d+\.json$/.test(name));
      return names.toSorted().map((name) => Uri.joinPath(this.#loaded, name));
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return [];
      throw error;
    }
  }

  /** Says what is wrong with the user's prices once for each change of it, not at each reading. */
  #warn(sentences: readonly string[]): void {
    const problems = sentences.join('\n');
    const isNew = problems !== this.#lastProblems;
    this.#lastProblems = problems;
    if (!isNew || sentences.length === 0) return;
    for (const sentence of sentences) this.#log.warn(sentence);
    const message = firstOf(wordsOf(), sentences);
    void window.showWarningMessage(messageFor(new HumanError(message)));
  }
}
