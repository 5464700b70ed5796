import { Uri, workspace, type Disposable } from 'vscode';
import type { HashedFile } from '../../core/diagnosis/shipped';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { isBundledTable } from '../../core/pricing/table/bundled';
import { Counters } from '../../core/tokens/counters';
import { parseTable, sha256 } from './parseTable';
import { brokenInstallation } from '../../wording/problems';
import { HumanError } from '../errors';
import type { Log } from '../log';
import { hostSlices } from '../slices';
import { wordsOf } from '../words';

/** Files that ship with the extension. Read on first use and cached; after a failed read, the next call tries again. */
export class BundledFiles implements Disposable {
  readonly #root: Uri;
  readonly #log: Log;
  #priceTable: Promise<PriceTable> | undefined;

  readonly counters = new Counters(
    async (name) => this.#readVocabulary(name),
    async (work) => hostSlices().run(work),
    after,
    broken,
  );

  /** From here, as the start has it already: a command would bring a second part along. */
  readonly isBuiltTable = isBundledTable;

  constructor(extensionUri: Uri, log: Log) {
    this.#root = extensionUri;
    this.#log = log;
  }

  /** @throws {HumanError} if the table is missing or damaged. */
  async priceTable(): Promise<PriceTable> {
    this.#priceTable ??= this.#readTable().catch((error: unknown) => {
      this.#priceTable = undefined;
      throw broken('pricing.json', error);
    });
    return this.#priceTable;
  }

  /**
   * Reads a file again, and its hash.
   *
   * @throws any error of reading the file.
   */
  async hashed(...path: readonly string[]): Promise<HashedFile> {
    const bytes = await this.#read(...path);
    return { bytes, sha256: await sha256(bytes) };
  }

  dispose(): void {
    this.counters.dispose();
  }

  async #readTable(): Promise<PriceTable> {
    const started = performance.now();
    const bytes = await this.#read('pricing.json');
    const table = await parseTable({ bytes, name: 'pricing.json' });
    this.#log.took('read prices', started, () => `${table.models.length} models`);
    return table;
  }

  async #readVocabulary(name: string): Promise<Uint8Array> {
    const started = performance.now();
    const bytes = await this.#read('media', 'vocabularies', name);
    this.#log.took('read vocabulary', started, () => name);
    return bytes;
  }

  async #read(...path: readonly string[]): Promise<Uint8Array> {
    return workspace.fs.readFile(Uri.joinPath(this.#root, ...path));
  }
}

/** The cause, which the user cannot mend, is for the log. */
function broken(file: string, cause: unknown): HumanError {
  return new HumanError(brokenInstallation(wordsOf(), file), { cause });
}

function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
