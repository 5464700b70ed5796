import {
  EventEmitter,
  window,
  workspace,
  type Disposable,
  type Event,
  type LogOutputChannel,
  type Uri,
} from 'vscode';
import { mergeLoaded, resolvePrices } from '../../core/pricing/resolve';
import { mergeTables, type MergedTable } from '../../core/pricing/table/merge';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { KNOWN_TOKENIZERS } from '../../core/tokens/knownTokenizers';
import { firstOf, loadedPricesUnreadable } from '../../wording/views/prices';
import { priceSettingProblem } from '../../wording/views/settings';
import { HumanError, messageFor } from '../errors';
import { onDidChangePriceSettings } from '../settings/changes';
import { readPriceSettings } from '../settings/settings';
import type { BundledFiles } from './bundledFiles';
import { LoadedTables } from './loadedTables';
import { parseTable } from './parseTable';
import { wordsOf } from '../words';

/** The price table that applies. Resolved on first use, and again after one of its sources has changed. */
export class PriceBook implements Disposable {
  readonly #files: BundledFiles;
  readonly #loaded: LoadedTables;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  readonly #listener: Disposable;
  #table: Promise<PriceTable> | undefined;
  #lastWarnings = '';

  /** Fires when `table()` has other prices than before. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param storage the extension's folder for persistent files. */
  constructor(files: BundledFiles, storage: Uri, log: LogOutputChannel) {
    this.#files = files;
    this.#loaded = new LoadedTables(storage);
    this.#log = log;
    this.#listener = onDidChangePriceSettings(() => this.#forget());
  }

  /**
   * Returns the same object until a source of the prices changes.
   *
   * @throws {HumanError} if the bundled table is invalid; the message has the path of the value.
   */
  async table(): Promise<PriceTable> {
    if (this.#table) return this.#table;
    const table = this.#resolve();
    this.#table = table;
    // After a failure, the next call tries again, unless a newer table has replaced this one.
    table.catch(() => {
      if (this.#table === table) this.#table = undefined;
    });
    return table;
  }

  /**
   * Adds a price table that the user has chosen, and saves it for the next start.
   *
   * @throws {HumanError} if it is not a price table; then nothing changes.
   */
  async load(file: Uri): Promise<MergedTable> {
    const bytes = await workspace.fs.readFile(file);
    const { tables } = await this.#readLoaded();
    const base = mergeLoaded(await this.#files.priceTable(), tables);
    const merged = mergeTables(base, parseTable(bytes, file.path));
    await this.#loaded.add(bytes);
    this.#forget();
    return merged;
  }

  /** Removes all loaded tables. @returns false if there was none. */
  async useBundled(): Promise<boolean> {
    const isChanged = await this.#loaded.clear();
    if (isChanged) this.#forget();
    return isChanged;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #forget(): void {
    this.#table = undefined;
    this.#changed.fire();
  }

  async #resolve(): Promise<PriceTable> {
    const bundled = await this.#files.priceTable();
    const { tables, warnings } = await this.#readLoaded();
    const { table, problems } = resolvePrices(
      { bundled, loaded: tables, team: {}, settings: readPriceSettings() },
      KNOWN_TOKENIZERS,
      Date.now(),
    );
    this.#warn([
      ...warnings,
      ...problems.map((problem) => priceSettingProblem(wordsOf(), problem)),
    ]);
    return table;
  }

  /** The valid loaded tables. Others may have been valid for an earlier version of the extension. */
  async #readLoaded(): Promise<{
    readonly tables: readonly PriceTable[];
    readonly warnings: readonly string[];
  }> {
    const tables: PriceTable[] = [];
    const warnings = new Set<string>();
    for (const { path, bytes } of await this.#loaded.read()) {
      try {
        tables.push(parseTable(bytes, path));
      } catch (error) {
        this.#log.error(error instanceof Error ? error : String(error));
        warnings.add(loadedPricesUnreadable(wordsOf()));
      }
    }
    return { tables, warnings: [...warnings] };
  }

  /** Shows warnings, unless they are those of the last time. */
  #warn(warnings: readonly string[]): void {
    const text = warnings.join('\n');
    const isNew = text !== this.#lastWarnings;
    this.#lastWarnings = text;
    if (!isNew || warnings.length === 0) return;
    for (const warning of warnings) this.#log.warn(warning);
    const message = firstOf(wordsOf(), warnings);
    void window.showWarningMessage(messageFor(new HumanError(message)));
  }
}
