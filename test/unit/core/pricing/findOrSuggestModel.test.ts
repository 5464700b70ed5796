import assert from 'node:assert/strict';
import { findModel } from '../../../../src/core/pricing/findModel';
import { findOrSuggestModel } from '../../../../src/core/pricing/findOrSuggestModel';
import type { PriceTable } from '../../../../src/core/pricing/table/priceTable';
import { bundledTable } from '../../../support/priceTables';

const bundled = bundledTable();

function suggestedIds(table: PriceTable, name: string): readonly string[] {
  const search = findOrSuggestModel(table, name);
  assert.ok(search.kind !== 'found', name);
  return search.suggestedIds;
}

describe('finding a model or suggesting others', () => {
  it('finds a model as findModel does', () => {
    const search = findOrSuggestModel(bundled, 'openai/o1');
    assert.deepStrictEqual(search, findModel(bundled, 'openai/o1'));
    assert.equal(search.kind, 'found');
  });

  for (const [name, wanted] of [
    ['openai/gpt-5.5-mini', 'openai/gpt-5-mini'],
    ['GPT 4o', 'openai/gpt-4o'],
    ['claude-sonnet-4.6', 'anthropic/claude-sonnet-4-6'],
    ['deepseek-r1-0528', 'deepseek/deepseek-r1'],
    ['OpenAI/o1', 'openai/o1'],
  ] as const) {
    it(`has ${wanted} among the three nearest to ${name}`, () => {
      const ids = suggestedIds(bundled, name).slice(0, 3);
      assert.ok(ids.includes(wanted), ids.join(', '));
    });
  }

  it('suggests five models for an unknown name, or all if there are fewer', () => {
    assert.equal(suggestedIds(bundled, '').length, 5);
    assert.deepStrictEqual(suggestedIds({ models: [] }, 'o1'), []);
  });

  it('suggests all models that share an ambiguous name', () => {
    const ambiguous = findModel(bundled, 'deepseek-reasoner');
    assert.ok(ambiguous.kind === 'ambiguous');
    assert.deepStrictEqual(
      suggestedIds(bundled, 'deepseek-reasoner'),
      ambiguous.candidates.map(({ id }) => id),
    );
  });
});
