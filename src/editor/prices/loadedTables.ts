import { Uri, workspace } from 'vscode';
import { pricesNotKept } from '../../wording/views/prices';
import { HumanError, isMissing, reasonOf } from '../errors';
import { writeWhole } from '../wholeFile';
import { wordsOf } from '../words';
import type { NamedBytes } from './parseTable';

/** Reads a saved table. Rejects with any error of reading its file, or the folder. */
type ReadLoaded = () => Promise<NamedBytes>;

/**
 * The price tables that the user has loaded, saved for the next start. Keeps all of them, because an older table may
 * have the newer price of a model.
 */
export class LoadedTables {
  readonly #folder: Uri;

  /** @param storage the extension's folder for persistent files. */
  constructor(storage: Uri) {
    this.#folder = Uri.joinPath(storage, 'prices');
  }

  /** In the order in which they were loaded: each by itself, so that one that cannot be read hides no other. */
  async read(): Promise<readonly ReadLoaded[]> {
    try {
      return (await this.#names()).map((name) => async () => this.#readOne(name));
    } catch (error) {
      return [async () => Promise.reject(error)];
    }
  }

  /** @throws {HumanError} if it cannot be saved; then nothing changes. */
  async add(bytes: Uint8Array): Promise<void> {
    try {
      const last = (await this.#names()).at(-1);
      const next = last === undefined ? 0 : Number.parseInt(last, 10) + 1;
      await workspace.fs.createDirectory(this.#folder);
      const name = `${String(next).padStart(6, '0')}.json`;
      await writeWhole(Uri.joinPath(this.#folder, name), bytes);
    } catch (cause) {
      throw new HumanError(pricesNotKept(wordsOf(), this.#folder.fsPath, reasonOf(cause)), {
        cause,
      });
    }
  }

  async #readOne(name: string): Promise<NamedBytes> {
    const uri = Uri.joinPath(this.#folder, name);
    return { name: uri.path, bytes: await workspace.fs.readFile(uri) };
  }

  /** @returns whether there was a table to remove. */
  async clear(): Promise<boolean> {
    if ((await this.#names()).length === 0) return false;
    await workspace.fs.delete(this.#folder, { recursive: true });
    return true;
  }

  async #names(): Promise<readonly string[]> {
    try {
      const entries = await workspace.fs.readDirectory(this.#folder);
      const names = entries.map(([name]) => name).filter((name) => /^\d+\.json$/.test(name));
      return names.toSorted();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }
}
