import type { Sliced } from '../../scheduling/sliced';
import { namesOf } from './build';
import type { Model, PriceTable } from './priceTable';
import { entriesOf } from './rows/entries';
import { TableModel } from './rows/tableModel';
import type { PriceTableFile, ProviderRow } from './schema';

declare const BUNDLED_TABLE_SHA256: string | undefined;

/**
 * Whether a file is the price table that the bundle was built with. That table was checked when it was generated, and
 * is checked again by the tests, so that a start need not check each of its rows.
 *
 * @param sha256 of the file, in lower-case hexadecimal digits.
 */
export function isBundledTable(sha256: string): boolean {
  return typeof BUNDLED_TABLE_SHA256 === 'string' && BUNDLED_TABLE_SHA256 === sha256;
}

/** The lines between which `formatTable` writes the providers, and the end of each of them. */
const PROVIDERS = '\n  "providers": [';
const PROVIDER_END = '\n    ]}';

/**
 * Reads the bundled table, in slices: each parses one provider or builds one model. The platform's parser would occupy
 * its host with the whole text for longer than a slice. Periods are built when they are asked for.
 *
 * @param text of a file for which `isBundledTable`.
 */
export function* readBundled(text: string): Sliced<PriceTable> {
  const start = text.indexOf(PROVIDERS) + PROVIDERS.length;
  const entries = entriesOf(JSON.parse(`${text.slice(0, start)}]}`) as PriceTableFile);
  const providers: ProviderRow[] = [];
  const models: Model[] = [];
  for (let at = start, end = start; ; at = end + 1) {
    end = text.indexOf(PROVIDER_END, at) + PROVIDER_END.length;
    if (end < at) return { models, ...namesOf(providers) };
    const provider = JSON.parse(text.slice(at, end)) as ProviderRow;
    providers.push(provider);
    yield;
    for (const row of provider.models) {
      models.push(new TableModel(provider, row, entries));
      yield;
    }
  }
}
