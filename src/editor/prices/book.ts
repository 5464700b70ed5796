import {
  Disposable,
  EventEmitter,
  window,
  type ConfigurationScope,
  type Event,
  type Uri,
} from 'vscode';
import { mergeLoaded, resolvePrices } from '../../core/pricing/resolve';
import { mergeTables, type MergedTable } from '../../core/pricing/table/merge';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { Problem } from '../../core/pricing/table/problem';
import { TablesAt } from '../../core/pricing/tablesAt';
import { KNOWN_TOKENIZERS } from '../../core/tokens/knownTokenizers';
import { firstOf, loadedPricesUnreadable } from '../../wording/views/prices';
import { priceSettingProblem } from '../../wording/views/settings';
import { HumanError, showWarning } from '../errors';
import { openFileAt, openSettingsAt, showFormat } from '../help';
import { onDidChangePriceSettings } from '../settings/changes';
import { readPriceSettings, SECTION } from '../settings/settings';
import { TEAM_FILE_NAME } from '../../core/team/fileName';
import { teamFiles, type TeamFileState } from '../settings/teamFiles';
import { teamEntryProblem } from '../../wording/documents/team';
import type { BundledFiles } from './bundledFiles';
import { LoadedTables } from './loadedTables';
import { parseTable, type NamedBytes } from './parseTable';
import { wordsOf } from '../words';
import type { Logger } from '../log';

/** The price table that applies. Resolved on first use, and again after one of its sources has changed. */
export class PriceBook implements Disposable {
  readonly #files: BundledFiles;
  readonly #loaded: LoadedTables;
  readonly #log: Logger;
  readonly #changed = new EventEmitter<void>();
  readonly #listeners: Disposable;
  /** By the URI of the team's file; empty without one. */
  readonly #tables = new Map<string, Promise<TablesAt>>();
  /** By the keys of `#tables`. */
  readonly #lastWarnings = new Map<string, string>();

  /** Fires when `table()` has other prices than before. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param storage the extension's folder for persistent files. */
  constructor(files: BundledFiles, storage: Uri, log: Logger) {
    this.#files = files;
    this.#loaded = new LoadedTables(storage);
    this.#log = log;
    const forget = (): void => this.#forget();
    this.#listeners = Disposable.from(
      onDidChangePriceSettings(forget),
      teamFiles.onDidChange(forget),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.lookAgain();
      }),
    );
  }

  /**
   * The prices of a document or folder, with those of its team, at a time. Returns the same object until a source of
   * the prices changes, or another model begins to answer for one.
   *
   * @param scope undefined: the active editor.
   * @throws {HumanError} if the bundled table is invalid; the message has the path of the value.
   */
  async table(scope?: ConfigurationScope, atMs = Date.now()): Promise<PriceTable> {
    return (await this.#resolved(await teamFiles.load(scope))).at(atMs);
  }

  /**
   * Adds a price table that the user has chosen, and saves it for the next start, unless all prices in use are the same
   * or were checked later.
   *
   * @throws {HumanError} if it is not a price table; then nothing changes.
   */
  async load(chosen: NamedBytes): Promise<MergedTable> {
    const { tables } = await this.#readLoaded();
    const base = mergeLoaded(await this.#files.priceTable(), tables);
    const merged = mergeTables(base, await parseTable(chosen, Date.now()));
    if (!merged.isChanged) return merged;
    await this.#loaded.add(chosen.bytes);
    this.#forget();
    return merged;
  }

  /** Removes all loaded tables. @returns false if there was none. */
  async useBundled(): Promise<boolean> {
    const isChanged = await this.#loaded.clear();
    if (isChanged) this.#forget();
    return isChanged;
  }

  /** Takes over the tables that another window has loaded or removed; done whenever the user turns to this window. */
  async lookAgain(): Promise<void> {
    try {
      if (await this.#loaded.haveChanged()) this.#forget();
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
    }
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }

  #resolved(team: TeamFileState): Promise<TablesAt> {
    const key = team.isInForce ? String(team.uri) : '';
    const known = this.#tables.get(key);
    if (known) return known;
    const tables = this.#resolve(key, team);
    this.#tables.set(key, tables);
    // After a failure, the next call tries again, unless newer tables have replaced these.
    tables.catch(() => {
      if (this.#tables.get(key) === tables) this.#tables.delete(key);
    });
    return tables;
  }

  #forget(): void {
    this.#tables.clear();
    this.#changed.fire();
  }

  async #resolve(key: string, team: TeamFileState): Promise<TablesAt> {
    const bundled = await this.#files.priceTable();
    const { tables, warnings } = await this.#readLoaded();
    const { table, problems, teamProblems } = resolvePrices(
      { bundled, loaded: tables, team: team.prices, settings: readPriceSettings() },
      KNOWN_TOKENIZERS,
      Date.now(),
    );
    this.#warn(key, [
      ...(shouldTell(team) ? [team.warning] : []),
      ...warnings,
      ...problems.map((problem) => settingWarning(problem)),
      ...teamProblems.map((problem) => teamWarning(problem, team)),
    ]);
    return new TablesAt(table);
  }

  /** The valid loaded tables. Others may have been valid for an earlier version of the extension. */
  async #readLoaded(): Promise<{
    readonly tables: readonly PriceTable[];
    readonly warnings: readonly HumanError[];
  }> {
    const tables: PriceTable[] = [];
    const warnings: HumanError[] = [];
    for (const read of await this.#loaded.read()) {
      try {
        // Its days were checked when it was loaded: since then, the clock may have been set back.
        const named = await read();
        if (named) tables.push(await parseTable(named));
      } catch (error) {
        this.#log.error(error instanceof Error ? error : String(error));
        if (warnings.length === 0) warnings.push(unreadableTables());
      }
    }
    return { tables, warnings };
  }

  /** Shows the first of the warnings with its buttons, unless they are those of the last time. */
  #warn(key: string, warnings: readonly HumanError[]): void {
    const messages = warnings.map(({ message }) => message);
    const text = messages.join('\n');
    const isNew = text !== this.#lastWarnings.get(key);
    this.#lastWarnings.set(key, text);
    const [first] = warnings;
    if (!isNew || !first) return;
    for (const message of messages) this.#log.warn(message);
    const { actions } = first;
    void showWarning(new HumanError(firstOf(wordsOf(), messages), { actions }));
  }
}

/** @param problem with a path that begins with `overrides` or `customModels`. */
function settingWarning(problem: Problem): HumanError {
  const [key = ''] = problem.path.split('.');
  const actions = [openSettingsAt(`${SECTION}.pricing.${key}`)];
  return new HumanError(priceSettingProblem(wordsOf(), problem), { actions });
}

function teamWarning(problem: Problem, { uri }: TeamFileState): HumanError {
  const actions = [...(uri ? [openFileAt(uri, problem.path)] : []), showFormat('team.md')];
  return new HumanError(teamEntryProblem(wordsOf(), TEAM_FILE_NAME, problem), { actions });
}

function unreadableTables(): HumanError {
  return new HumanError(loadedPricesUnreadable(wordsOf()));
}

/** A file that is being written is half-written now and then; the tooltip says so as well. */
function shouldTell(team: TeamFileState): team is TeamFileState & { readonly warning: HumanError } {
  const edited = window.activeTextEditor?.document.uri.toString();
  return team.warning !== undefined && !team.isRestricted && edited !== team.uri?.toString();
}
