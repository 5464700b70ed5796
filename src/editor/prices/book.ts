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
import { TablesAt } from '../../core/pricing/tablesAt';
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
  #tables: Promise<TablesAt> | undefined;
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
   * The table at a time, by default now. Returns the same object until a source of the prices changes, or another
   * model begins to answer for one.
   *
   * @throws {HumanError} if the bundled table is invalid; the message has the path of the value.
   */
  async table(atMs = Date.now()): Promise<PriceTable> {
    return (await this.#resolved()).at(atMs);
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
    const merged = mergeTables(base, await parseTable(bytes, file.path));
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

  #resolved(): Promise<TablesAt> {
    if (this.#tables) return this.#tables;
    const tables = this.#resolve();
    this.#tables = tables;
    // After a failure, the next call tries again, unless newer tables have replaced these.
    tables.catch(() => {
      if (this.#tables === tables) this.#tables = undefined;
    });
    return tables;
  }

  #forget(): void {
    this.#tables = undefined;
    this.#changed.fire();
  }

  async #resolve(): Promise<TablesAt> {
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
    return new TablesAt(table);
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
        tables.push(await parseTable(bytes, path));
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
