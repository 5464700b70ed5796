import { groupModels } from '../../src/core/estimate/counts/groups';
import { resolveModel } from '../../src/core/pricing/names/resolveModel';
import { resolvePrices } from '../../src/core/pricing/resolve';
import type { PriceTable } from '../../src/core/pricing/table/priceTable';
import { TablesAt } from '../../src/core/pricing/tablesAt';
import { KNOWN_TOKENIZERS } from '../../src/core/tokens/knownTokenizers';

/** The engine, and the reading of price tables, for the bench, bundled like the extension. */
export { RECIPES } from '../../src/core/tokens/encodings';
export { IncrementalDocument } from '../../src/core/tokens/document/incrementalDocument';
export { createCounter } from '../../src/core/tokens/engine/tokenCounter';
export { readBundled } from '../../src/core/pricing/table/bundled';
export { parseInSlices } from '../../src/core/pricing/table/parse';
export { KNOWN_TOKENIZERS };

/** What the status bar's first estimate looks up in a table, with no prices of the user's own. */
export function lookUpFirst(bundled: PriceTable): PriceTable {
  const nowMs = Date.now();
  const settings = { overrides: {}, customModels: [] };
  const sources = { bundled, loaded: [], team: {}, settings };
  const resolved = resolvePrices(sources, KNOWN_TOKENIZERS, nowMs);
  const table = new TablesAt(resolved.table).at(nowMs);
  const found = resolveModel(table, 'gpt-5.6', nowMs);
  if (found.kind !== 'found') throw new Error(found.kind);
  groupModels(table.models);
  return table;
}
