import { Uri, workspace, type Disposable } from 'vscode';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { Counters } from '../../core/tokens/counters';
import { parseTable } from './parseTable';
import { hostSlices } from '../slices';

/** Files that ship with the extension. Read on first use and cached; after a failed read, the next call tries again. */
export class BundledFiles implements Disposable {
  readonly #root: Uri;
  #priceTable: Promise<PriceTable> | undefined;

  readonly counters = new Counters(
    async (name) => this.#read('media', 'vocabularies', name),
    async (work) => hostSlices().run(work),
    after,
  );

  constructor(extensionUri: Uri) {
    this.#root = extensionUri;
  }

  /** @throws {HumanError} if the table is invalid; the message has the path of the value. */
  async priceTable(): Promise<PriceTable> {
    this.#priceTable ??= this.#readTable().catch((error: unknown) => {
      this.#priceTable = undefined;
      throw error;
    });
    return this.#priceTable;
  }

  dispose(): void {
    this.counters.dispose();
  }

  async #readTable(): Promise<PriceTable> {
    return parseTable({ bytes: await this.#read('pricing.json'), name: 'pricing.json' });
  }

  async #read(...path: string[]): Promise<Uint8Array> {
    return workspace.fs.readFile(Uri.joinPath(this.#root, ...path));
  }
}

function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
