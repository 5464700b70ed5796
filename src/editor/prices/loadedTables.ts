import { Uri, workspace } from 'vscode';
import { isEqual } from '../../core/isEqual';
import { pricesNotKept } from '../../wording/views/prices';
import { HumanError, isMissing, reasonOf } from '../errors';
import { writeWhole } from '../wholeFile';
import { wordsOf } from '../words';
import type { NamedBytes } from './parseTable';

/** Reads a saved table; undefined if another window has removed it. Rejects with any error of reading its file, or the folder. */
type ReadLoaded = () => Promise<NamedBytes | undefined>;

/**
 * The price tables that the user has loaded, saved for the next start. Keeps all of them, because an older table may
 * have the newer price of a model. All windows share them.
 */
export class LoadedTables {
  readonly #folder: Uri;
  /** What was there at the last reading. */
  #lastNames: readonly string[] | undefined;

  /** @param storage the extension's folder for persistent files. */
  constructor(storage: Uri) {
    this.#folder = Uri.joinPath(storage, 'prices');
  }

  /** In the order in which they were loaded: each by itself, so that one that cannot be read hides no other. */
  async read(): Promise<readonly ReadLoaded[]> {
    try {
      const names = await this.#names();
      this.#lastNames = names;
      return names.map((name) => async () => this.#readOne(name));
    } catch (error) {
      return [async () => Promise.reject(error)];
    }
  }

  /** Whether another window has loaded or removed tables since the last reading. */
  async haveChanged(): Promise<boolean> {
    return this.#lastNames !== undefined && !isEqual(this.#lastNames, await this.#names());
  }

  /** @throws {HumanError} if it cannot be saved; then nothing changes. */
  async add(bytes: Uint8Array): Promise<void> {
    try {
      const last = (await this.#names()).at(-1);
      const next = last === undefined ? 0 : Number.parseInt(last, 10) + 1;
      await workspace.fs.createDirectory(this.#folder);
      // Another window may choose the same number at the same time.
      const own = Math.random().toString(36).slice(2, 10);
      const name = `${String(next).padStart(6, '0')}-${own}.json`;
      await writeWhole(Uri.joinPath(this.#folder, name), bytes);
    } catch (cause) {
      throw new HumanError(pricesNotKept(wordsOf(), this.#folder.fsPath, reasonOf(cause)), {
        cause,
      });
    }
  }

  /** @returns whether there was a table to remove. */
  async clear(): Promise<boolean> {
    if ((await this.#names()).length === 0) return false;
    await workspace.fs.delete(this.#folder, { recursive: true });
    return true;
  }

  /** Undefined if another window has removed it. */
  async #readOne(name: string): Promise<NamedBytes | undefined> {
    const uri = Uri.joinPath(this.#folder, name);
    try {
      return { name: uri.path, bytes: await workspace.fs.readFile(uri) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async #names(): Promise<readonly string[]> {
    try {
      const entries = await workspace.fs.readDirectory(this.#folder);
      const names = entries
        .map(([name]) => name)
        .filter((name) => /^\d+(-[\da-z]+)?\.json$/.test(name));
      return names.toSorted();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }
}
