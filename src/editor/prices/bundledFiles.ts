import { Uri, workspace } from 'vscode';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { Counters } from '../../core/tokens/counters';
import { parseTable } from './parseTable';
import { runToEnd } from '../slices';

/** Files that ship with the extension, read on first use and kept; a failed read is tried again. */
export class BundledFiles {
  readonly #root: Uri;
  #priceTable: Promise<PriceTable> | undefined;

  /** Counters of the packed vocabularies, each loaded on first use. */
  readonly counters = new Counters(
    async (name) => this.#read('media', 'vocabularies', name),
    runToEnd,
  );

  constructor(extensionUri: Uri) {
    this.#root = extensionUri;
  }

  /** @throws {HumanError} when the table is broken; the message names the path of what is wrong. */
  async priceTable(): Promise<PriceTable> {
    this.#priceTable ??= this.#readTable().catch((error: unknown) => {
      this.#priceTable = undefined;
      throw error;
    });
    return this.#priceTable;
  }

  async #readTable(): Promise<PriceTable> {
    return parseTable(await this.#read('pricing.json'), 'pricing.json');
  }

  async #read(...path: string[]): Promise<Uint8Array> {
    return workspace.fs.readFile(Uri.joinPath(this.#root, ...path));
  }
}
