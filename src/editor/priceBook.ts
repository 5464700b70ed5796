import {
  EventEmitter,
  FileSystemError,
  l10n,
  Uri,
  window,
  workspace,
  type Disposable,
  type Event,
  type LogOutputChannel,
} from 'vscode';
import { mergeTables, type MergedTable } from '../core/pricing/mergeTables';
import { applyOverrides } from '../core/pricing/overrides';
import type { PriceTable } from '../core/pricing/priceTable';
import type { BundledFiles } from './bundledFiles';
import { KNOWN_TOKENIZERS, parseTable } from './parseTable';
import { describeProblem, onDidChangeSettings, readPriceSettings } from './settings';

/** The prices that hold: the bundled table, a newer one that the user has loaded, and the user's own. */
export class PriceBook implements Disposable {
  readonly #files: BundledFiles;
  readonly #loadedFile: Uri;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  readonly #listener: Disposable;
  #table: Promise<PriceTable> | undefined;
  #lastProblems = '';

  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param storage a folder of our own that outlives the window. */
  constructor(files: BundledFiles, storage: Uri, log: LogOutputChannel) {
    this.#files = files;
    this.#loadedFile = Uri.joinPath(storage, 'pricing.json');
    this.#log = log;
    this.#listener = onDidChangeSettings(() => this.#forget());
  }

  /** @throws {HumanError} when the bundled table is broken; the message names the path of what is wrong. */
  async table(): Promise<PriceTable> {
    this.#table ??= this.#build().catch((error: unknown) => {
      this.#table = undefined;
      throw error;
    });
    return this.#table;
  }

  /**
   * Takes over a price table that the user picked, and keeps it for the next start.
   *
   * @throws {HumanError} when it is no price table; nothing is changed then.
   */
  async load(file: Uri): Promise<MergedTable> {
    const bytes = await workspace.fs.readFile(file);
    const merged = mergeTables(await this.#files.priceTable(), parseTable(bytes, file.path));
    await workspace.fs.createDirectory(Uri.joinPath(this.#loadedFile, '..'));
    await workspace.fs.writeFile(this.#loadedFile, bytes);
    this.#forget();
    return merged;
  }

  /** Undoes `load`. @returns whether there was anything to undo. */
  async useBundled(): Promise<boolean> {
    const bytes = await this.#readLoaded();
    if (!bytes) return false;
    await workspace.fs.delete(this.#loadedFile);
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
    const bytes = await this.#readLoaded();
    if (!bytes) return bundled;
    try {
      return mergeTables(bundled, parseTable(bytes, this.#loadedFile.path)).table;
    } catch (error) {
      // An older version of this extension may have understood it.
      this.#log.error(error instanceof Error ? error : String(error));
      this.#warn([
        l10n.t(
          'The prices that were loaded from a file cannot be read any more; the bundled ones are used.',
        ),
      ]);
      return bundled;
    }
  }

  async #readLoaded(): Promise<Uint8Array | undefined> {
    try {
      return await workspace.fs.readFile(this.#loadedFile);
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
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
    const [first = ''] = sentences;
    const more = sentences.length - 1;
    void window.showWarningMessage(
      more === 0 ? first : l10n.t('{0} ({1} more in the API Spend log)', first, more),
    );
  }
}
