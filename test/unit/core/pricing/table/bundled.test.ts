import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupModels } from '../../../../../src/core/estimate/counts/groups';
import { estimateCall } from '../../../../../src/core/estimate/estimate';
import { resolveModel } from '../../../../../src/core/pricing/names/resolveModel';
import { resolvePrices } from '../../../../../src/core/pricing/resolve';
import { readBundled } from '../../../../../src/core/pricing/table/bundled';
import type { PlainModel, PriceTable } from '../../../../../src/core/pricing/table/priceTable';
import { plainModel } from '../../../../../src/core/pricing/table/rows/tableModel';
import { TablesAt } from '../../../../../src/core/pricing/tablesAt';
import { finish } from '../../../../../src/core/scheduling/sliced';
import { KNOWN_TOKENIZERS } from '../../../../../src/core/tokens/knownTokenizers';
import { bundledTable, projectRoot } from '../../../../support/priceTables';
import { exact } from '../../../../support/reports';

const text = readFileSync(join(projectRoot, 'pricing.json'), 'utf8');
const AT_MS = Date.UTC(2026, 10, 28);

describe('the bundled table', () => {
  it('read at a start is the one that is read and checked as a whole', () => {
    const { models, ...names } = finish(readBundled(text));
    const { models: checked, ...checkedNames } = bundledTable();
    assert.deepStrictEqual(models.map(plainModel), checked);
    assert.deepStrictEqual(names, checkedNames);
  });

  it('is parsed in parts that take some milliseconds at most', () => {
    const lengths = text.split('\n    ]}').map(({ length }) => length);
    assert.ok(lengths.length > 50 && Math.max(...lengths) < 300_000, String(Math.max(...lengths)));
  });

  it('builds for the first estimate the periods of its model, and of those that others answer', () => {
    const table = finish(readBundled(withoutSources(text, 'gpt-6.2-sol')));
    const settings = { overrides: {}, customModels: [] };
    const sources = { bundled: table, loaded: [], team: {}, settings };
    const resolved = resolvePrices(sources, KNOWN_TOKENIZERS, AT_MS);
    const now = new TablesAt(resolved.table).at(AT_MS);
    const found = resolveModel(now, 'openai/gpt-6.2-sol', AT_MS);
    assert.ok(found.kind === 'found');
    const { price } = estimateCall(found.model, exact(1000), { outputTokens: 500 }, AT_MS);
    assert.equal(price.kind, 'priced');
    assert.ok(groupModels(now.models).encodings.length > 0);
    assert.throws(() => now.models.map(({ periods }) => periods), /no source: nowhere/);
  });
});

describe('a start that has more than the bundled table', () => {
  const more = {
    loaded: [bundledTable()],
    team: { discounts: { 'openai/*': 0.85 } },
    settings: {
      overrides: { 'openai/gpt-6.2-sol': { input: 1 } },
      customModels: [{ id: 'a/b', encoding: 'o200k_base', rates: { input: 1, output: 2 } }],
    },
  };
  const modelsFrom = (bundled: PriceTable, atMs: number): readonly PlainModel[] => {
    const { table } = resolvePrices({ bundled, ...more }, KNOWN_TOKENIZERS, AT_MS);
    return new TablesAt(table).at(atMs).models.map(plainModel);
  };

  it('has the same models as with a table that was read as a whole', () => {
    // From 2026-12-01 on, others answer for gemini-2.5.
    for (const atMs of [AT_MS, Date.UTC(2026, 11, 2)]) {
      const models = modelsFrom(finish(readBundled(text)), atMs);
      assert.deepStrictEqual(models, modelsFrom(bundledTable(), atMs));
    }
  });
});

/** The table, in which periods of all models cannot be built but of one, and of those that others answer. */
function withoutSources(table: string, id: string): string {
  const lines = table.split('\n').map((line) => {
    const isBuilt = line.startsWith(`      {"id":"${id}"`) || line.includes('"servedBy"');
    return line.startsWith('      {') && !isBuilt
      ? line.replaceAll('"source":"', '"source":"nowhere","_":"')
      : line;
  });
  return lines.join('\n');
}
