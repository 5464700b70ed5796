import assert from 'node:assert/strict';
import { findModel } from '../../../../src/core/pricing/findModel';
import type { PriceTable } from '../../../../src/core/pricing/table/priceTable';
import { bundledTable, modelOf, tableFile } from '../../../support/priceTables';

const acme = modelOf(tableFile({ aliases: ['one-2026'] }));
const table: PriceTable = {
  models: [acme, { ...acme, id: 'other/one', provider: 'other', aliases: [] }],
};

function find(name: string): string {
  const search = findModel(table, name);
  if (search.kind === 'found') return search.model.id;
  return search.kind === 'unknown' ? 'unknown' : search.candidates.map(({ id }) => id).join(' or ');
}

describe('finding a model', () => {
  it('finds an id, an alias with its provider, and a unique name', () => {
    assert.deepStrictEqual(['acme/one', 'acme/one-2026', 'one-2026', ' other/one '].map(find), [
      'acme/one',
      'acme/one',
      'acme/one',
      'other/one',
    ]);
  });

  it('lists the candidates of a name that several providers use', () => {
    assert.equal(find('one'), 'acme/one or other/one');
  });

  it('prefers an id to an equal alias, with and without the provider', () => {
    const own = { ...acme, id: 'acme/one-2026', model: 'one-2026', aliases: [] };
    const both: PriceTable = { models: [acme, own] };
    for (const name of ['acme/one-2026', 'one-2026']) {
      const search = findModel(both, name);
      assert.equal(search.kind === 'found' && search.model, own, name);
    }
  });

  it('finds no other name', () => {
    assert.deepStrictEqual(
      ['', 'two', 'acme/', 'acme', '__proto__'].map(find),
      Array(5).fill('unknown'),
    );
  });

  it('lists the models that a moving alias has meant, and never chooses one', () => {
    const moving: PriceTable = {
      ...table,
      movingAliases: [
        {
          id: 'acme/newest',
          name: 'newest',
          meanings: [{ fromMs: -Infinity, toMs: Infinity, modelIds: ['acme/one', 'other/one'] }],
        },
      ],
    };
    for (const name of ['newest', 'acme/newest']) {
      const search = findModel(moving, name);
      assert.ok(search.kind === 'ambiguous');
      assert.deepStrictEqual(
        search.candidates.map(({ id }) => id),
        ['acme/one', 'other/one'],
      );
    }
    const reasoner = findModel(bundledTable(), 'deepseek-reasoner');
    assert.ok(reasoner.kind === 'ambiguous');
    assert.ok(reasoner.candidates.some(({ id }) => id === 'deepseek/deepseek-r1'));
  });
});
