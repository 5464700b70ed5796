import assert from 'node:assert/strict';
import { resolveModel } from '../../../../../../src/core/pricing/names/resolveModel';
import { suggestedIds } from '../../../../../../src/core/pricing/names/unknown/suggest';
import type { PriceTable } from '../../../../../../src/core/pricing/table/priceTable';
import { bundledTable } from '../../../../../support/priceTables';

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

  it('suggests first what begins with the name', () => {
    for (const name of ['gpt-6', 'openai/gpt-6', 'openai:gpt-6', 'GPT 6']) {
      const ids = suggested(name);
      for (const wanted of ['openai/gpt-6-sol', 'openai/gpt-6-luna', 'openai/gpt-6-astra']) {
        assert.ok(ids.slice(0, 4).includes(wanted), `${name}: ${ids.join(', ')}`);
      }
    }
    assert.equal(suggested('gemini-4')[0]?.slice(0, 16), 'google/gemini-4-');
    assert.match(suggested('azure/gpt-6')[0] ?? '', /^azure\/gpt-6-/);
  });

  it('suggests first what the name begins with, of vendors before hosts', () => {
    for (const [name, wanted] of [
      ['gpt-4o:online', 'openai/gpt-4o'],
      ['gemini-2.5-pro:free', 'google/gemini-2.5-pro'],
      ['o1-nonsense', 'openai/o1'],
    ] as const) {
      assert.equal(suggested(name)[0], wanted, name);
    }
  });

  it('suggests what has the words of the name in another order, or a part of them', () => {
    assert.equal(suggested('claude 4.6 sonnet')[0], 'anthropic/claude-sonnet-4-6');
    assert.equal(suggested('sonnet-4.6')[0], 'anthropic/claude-sonnet-4-6');
    assert.equal(suggested('gpt6')[0], 'openai/gpt-6-sol');
  });

  it('suggests nothing that shares no word with the name, however long both are', () => {
    assert.deepStrictEqual(suggested('omni-moderation-latest'), []);
    assert.ok(suggested('llama-3').every((id) => !id.includes('glm')));
    assert.equal(suggested('gtp-4o')[0], 'openai/gpt-4o');
  });

  it('suggests at most five, and none that is unlike the name', () => {
    assert.equal(suggested('gpt-5.7').length, 5);
    for (const name of ['', 'x', 'my-deployment-in-west-europe', '量子']) {
      assert.deepStrictEqual(suggested(name), [], name);
    }
    assert.deepStrictEqual(suggested('gpt-5.7', { models: [] }), []);
  });
});
