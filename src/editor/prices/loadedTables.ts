import { Uri, workspace } from 'vscode';
import { isEqual } from '../../core/isEqual';
import { isMissing } from '../errors';

interface LoadedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

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

  /** In the order in which they were loaded. */
  async read(): Promise<readonly LoadedFile[]> {
    const names = await this.#names();
    this.#lastNames = names;
    const files = await Promise.all(names.map(async (name) => this.#readOne(name)));
    return files.filter((file) => file !== undefined);
  }

  /** Whether another window has loaded or removed tables since the last reading. */
  async haveChanged(): Promise<boolean> {
    return this.#lastNames !== undefined && !isEqual(this.#lastNames, await this.#names());
  }

  async add(bytes: Uint8Array): Promise<void> {
    const last = (await this.#names()).at(-1);
    const next = last === undefined ? 0 : Number.parseInt(last, 10) + 1;
    await workspace.fs.createDirectory(this.#folder);
    // Another window may choose the same number at the same time.
    const name = `${String(next).padStart(6, '0')}-${Math.random().toString(36).slice(2, 10)}.json`;
    await workspace.fs.writeFile(Uri.joinPath(this.#folder, name), bytes);
  }

  /** @returns whether there was a table to remove. */
  async clear(): Promise<boolean> {
    if ((await this.#names()).length === 0) return false;
    await workspace.fs.delete(this.#folder, { recursive: true });
    return true;
  }

  /** Undefined if another window has removed it. */
  async #readOne(name: string): Promise<LoadedFile | undefined> {
    const uri = Uri.joinPath(this.#folder, name);
    try {
      return { path: uri.path, bytes: await workspace.fs.readFile(uri) };
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
