import { l10n, Uri, workspace } from 'vscode';
import { parsePriceTable, type PriceTable } from '../core/pricing/priceTable';
import { Counters } from '../core/tokens/counters';
import { ENCODINGS } from '../core/tokens/encodings';
import { HumanError } from './errors';

/** The files that ship with the extension, read on first use and kept; a failed read can be tried again. */
export class BundledFiles {
  readonly #root: Uri;
  readonly #priceTable = new Lazy(async () => parseTable(await this.#read('pricing.json')));

  /** Counters of the packed vocabularies, each loaded when it is first asked for. */
  readonly counters = new Counters(async (name) => this.#read('media', 'vocabularies', name));

  constructor(extensionUri: Uri) {
    this.#root = extensionUri;
  }

  /** @throws {HumanError} when the table is broken; the message names the path of what is wrong. */
  async priceTable(): Promise<PriceTable> {
    return this.#priceTable.value();
  }

  async #read(...path: string[]): Promise<Uint8Array> {
    return workspace.fs.readFile(Uri.joinPath(this.#root, ...path));
  }
}

class Lazy<T> {
  readonly #make: () => Promise<T>;
  #promise: Promise<T> | undefined;

  constructor(make: () => Promise<T>) {
    this.#make = make;
  }

  async value(): Promise<T> {
    this.#promise ??= this.#make().catch((error: unknown) => {
      this.#promise = undefined;
      throw error;
    });
    return this.#promise;
  }
}

function parseTable(bytes: Uint8Array): PriceTable {
  const result = parsePriceTable(JSON.parse(new TextDecoder().decode(bytes)), ENCODINGS);
  if (result.ok) return result.table;
  const [{ path, problem }] = result.problems;
  throw new HumanError(
    l10n.t('The price table pricing.json cannot be used: {0} {1}', path, problem),
  );
}
