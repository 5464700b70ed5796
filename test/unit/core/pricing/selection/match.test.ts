import assert from 'node:assert/strict';
import { matchesQuery } from '../../../../../src/core/pricing/selection/match';
import { modelOf, tableFile } from '../../../../support/priceTables';

function matches(query: string, id: string, name = id): boolean {
  return matchesQuery(modelOf(tableFile({ id, name })), query);
}

describe('matching a filter', () => {
  for (const [query, id] of [
    ['', 'gpt-5'],
    ['gpt 5', 'gpt-5.6-sol'],
    ['5 gpt', 'gpt-5.6-sol'],
    ['sonnet 5', 'claude-sonnet-5'],
    ['sonnet 4.5', 'claude-sonnet-4-5'],
    ['Sonnet-4-5', 'claude-sonnet-4-5'],
    ['sonnet45', 'claude-sonnet-4-5'],
    ['gpt4o', 'gpt-4o'],
    ['llama acme', 'llama-3.3-70b-versatile'],
    ['70b', 'llama-3.3-70b-versatile'],
    ['acme/gpt-5', 'gpt-5.6-sol'],
    ['o1', 'o1'],
    ['llama3.3', 'llama-3.3-70b-versatile'],
  ] as const) {
    it(`"${query}" finds ${id}`, () => {
      assert.ok(matches(query, id));
    });
  }

  for (const [query, id] of [
    ['gpt 5', 'gpt-4o-2025-05-13'],
    ['gpt 5', 'claude-5'],
    ['sonnet 4.5', 'claude-sonnet-4-6'],
    ['sonnet 4.5', 'claude-sonnet-4'],
    ['o1', 'o3'],
    ['o1', 'gpt-3.5-turbo-16k'],
    ['?', 'o3'],
  ] as const) {
    it(`"${query}" does not find ${id}`, () => {
      assert.ok(!matches(query, id));
    });
  }

  it('finds a model by its name', () => {
    assert.ok(matches('kleiner bär', 'k1', 'Kleiner Bär 1'));
  });
});
