import assert from 'node:assert/strict';
import { looseNames } from '../../../../../src/core/pricing/names/hosts/looseNames';
import { indexOf } from '../../../../../src/core/pricing/names/nameIndex';
import { spellingKey } from '../../../../../src/core/pricing/names/spelling';
import { bundledTable } from '../../../../support/priceTables';

describe('the index of names', () => {
  const index = indexOf(bundledTable());
  const names = [...index.providers].flatMap((provider) => index.namesAt(provider));

  it('finds each name in all its spellings, and only those', () => {
    const bySpelling = new Map<string, Set<string>>();
    for (const { provider, name } of names) {
      const key = spellingKey(name);
      bySpelling.set(key, (bySpelling.get(key) ?? new Set()).add(`${provider}/${name}`));
    }
    for (const [key, equal] of bySpelling) {
      const ids = [...equal];
      for (const written of [key, key.toUpperCase(), key.replaceAll(/(?<!-)-(?!-)/g, '__')]) {
        const found = index.spelled(written).map(({ provider, name }) => `${provider}/${name}`);
        assert.deepStrictEqual(found.toSorted(), ids.toSorted(), written);
      }
    }
  });

  it('finds each shorter form of a host in all its spellings', () => {
    for (const named of names) {
      for (const form of looseNames(named.provider, named.name)) {
        for (const written of [form, form.toUpperCase()]) {
          assert.ok(index.looselyAt(named.provider, written).includes(named), written);
        }
      }
    }
  });

  it('has ids before aliases of the same name', () => {
    for (const { provider, name, target } of names) {
      const found = index.byId(`${provider}/${name}`);
      assert.ok(found, name);
      const isId = target.kind === 'model' && target.model.model === name;
      if (isId) assert.equal(found.target.id, target.id);
    }
  });
});
