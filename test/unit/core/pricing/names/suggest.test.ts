import assert from 'node:assert/strict';
import { resolveModel } from '../../../../../src/core/pricing/names/resolveModel';
import { suggestedIds } from '../../../../../src/core/pricing/names/suggest';
import type { PriceTable } from '../../../../../src/core/pricing/table/priceTable';
import { bundledTable } from '../../../../support/priceTables';

const bundled = bundledTable();

function suggested(name: string, table: PriceTable = bundled): readonly string[] {
  const resolution = resolveModel(table, name, Date.UTC(2026, 10, 27));
  assert.ok(resolution.kind !== 'found', name);
  return suggestedIds(table, name, resolution);
}

describe('suggesting models', () => {
  for (const [name, wanted] of [
    ['openai/gpt-5.5-mini', 'openai/gpt-5-mini'],
    ['gpt-4-o-mini', 'openai/gpt-4o-mini'],
    ['claude-sonet-4-6', 'anthropic/claude-sonnet-4-6'],
    ['gemini-2.5-pro:free', 'google/gemini-2.5-pro'],
  ] as const) {
    it(`has ${wanted} among the three nearest to ${name}`, () => {
      const ids = suggested(name).slice(0, 3);
      assert.ok(ids.includes(wanted), ids.join(', '));
    });
  }

  it('suggests at most five, and none that is unlike the name', () => {
    assert.equal(suggested('gpt-5.7').length, 5);
    for (const name of ['', 'x', 'my-deployment-in-west-europe', '量子']) {
      assert.deepStrictEqual(suggested(name), [], name);
    }
    assert.deepStrictEqual(suggested('gpt-5.7', { models: [] }), []);
  });
});
