import { Uri, workspace } from 'vscode';
import { isMissing } from '../errors';

interface LoadedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

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

  /** In the order in which they were loaded. */
  async read(): Promise<readonly LoadedFile[]> {
    return Promise.all(
      (await this.#names()).map(async (name) => {
        const uri = Uri.joinPath(this.#folder, name);
        return { path: uri.path, bytes: await workspace.fs.readFile(uri) };
      }),
    );
  }

  async add(bytes: Uint8Array): Promise<void> {
    const last = (await this.#names()).at(-1);
    const next = last === undefined ? 0 : Number.parseInt(last, 10) + 1;
    await workspace.fs.createDirectory(this.#folder);
    const name = `${String(next).padStart(6, '0')}.json`;
    await workspace.fs.writeFile(Uri.joinPath(this.#folder, name), bytes);
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
