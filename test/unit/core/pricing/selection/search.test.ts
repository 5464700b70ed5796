import assert from 'node:assert/strict';
import { searchModels } from '../../../../../src/core/pricing/selection/search';
import { bundledTable } from '../../../../support/priceTables';

const table = bundledTable();
const AT_MS = Date.UTC(2026, 10, 27);

function nearest(query: string): readonly string[] {
  const search = searchModels(table, query, AT_MS);
  assert.deepStrictEqual(search.models, []);
  return search.nearest.map(({ id }) => id);
}

describe('searching models', () => {
  it('finds words in any order, in ids, names and names of providers', () => {
    for (const [query, id] of [
      ['gpt 5', 'openai/gpt-5.6-sol'],
      ['sonnet 5', 'anthropic/claude-sonnet-5'],
      ['llama groq', 'groq/llama-3.1-8b-instant'],
      ['gpt4o', 'openai/gpt-4o'],
    ] as const) {
      const { models } = searchModels(table, query, AT_MS);
      assert.equal(models.find((model) => model.id === id)?.id, id, query);
    }
  });

  for (const [query, wanted] of [
    ['opus 55', /claude-opus-5/],
    ['gtp 4o', /\/gpt-4o/],
    ['sonet 4.5', /claude-sonnet-4[.-]5/],
    ['lama 3.3 groq', /groq\/llama-3\.3/],
    ['claude banana', /claude/],
  ] as const) {
    it(`names the nearest to "${query}"`, () => {
      const ids = nearest(query);
      assert.ok(ids.length > 0 && ids.length <= 5);
      assert.match(ids[0] ?? '', wanted);
    });
  }

  it('names nothing that is unlike every word', () => {
    for (const query of ['qzxqzx', '??']) assert.deepStrictEqual(nearest(query), [], query);
  });
});
