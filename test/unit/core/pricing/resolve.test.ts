import assert from 'node:assert/strict';
import { parsePriceTable } from '../../../../src/core/pricing/table/parse';
import type { PriceTable } from '../../../../src/core/pricing/table/priceTable';
import { resolvePrices, type PriceSources } from '../../../../src/core/pricing/resolve';
import { KNOWN_TOKENIZERS } from '../../../../src/core/tokens/knownTokenizers';
import { tableFile } from '../../../support/priceTables';

/** A table with one model, `acme/one`, at an input rate that was checked on a day. */
function table(checked: string, input: number): PriceTable {
  const periods = [{ from: null, to: null, source: 'page', usdPerMillionTokens: { input } }];
  const file = tableFile({ periods }) as { sources: { page: { checked: string } } };
  file.sources.page.checked = checked;
  const result = parsePriceTable(file, KNOWN_TOKENIZERS.encodings);
  assert.ok(result.ok);
  return result.table;
}

function resolve(sources: Partial<PriceSources>): { rates: string[]; problems: string[] } {
  const resolved = resolvePrices(
    {
      bundled: table('2026-06-01', 1),
      loaded: [],
      team: {},
      settings: { overrides: undefined, customModels: undefined },
      ...sources,
    },
    KNOWN_TOKENIZERS,
    0,
  );
  return {
    rates: resolved.table.models.map(({ id, periods }) => `${id} ${periods[0].rates.input}`),
    problems: resolved.problems.map(({ path }) => path),
  };
}

describe('resolving prices', () => {
  it('starts with the bundled table', () => {
    assert.deepStrictEqual(resolve({}), { rates: ['acme/one 1'], problems: [] });
  });

  it('uses the loaded table that was checked last, in whatever order they were loaded', () => {
    const loaded = [table('2026-08-01', 8), table('2026-07-01', 7), table('2026-05-01', 5)];
    assert.deepStrictEqual(resolve({ loaded }).rates, ['acme/one 8']);
    assert.deepStrictEqual(resolve({ loaded: loaded.toReversed() }).rates, ['acme/one 8']);
  });

  it("applies the user's models and rates over all tables, and rejects invalid entries one by one", () => {
    const settings = {
      overrides: { 'acme/one': { input: 3 }, 'acme/two': { input: 4 }, 'acme/three': { input: 5 } },
      customModels: { 'acme/two': { encoding: 'o200k_base', rates: { input: 2 } } },
    };
    assert.deepStrictEqual(resolve({ loaded: [table('2026-08-01', 8)], settings }), {
      rates: ['acme/one 3', 'acme/two 4'],
      problems: ['overrides.acme/three'],
    });
  });
});
