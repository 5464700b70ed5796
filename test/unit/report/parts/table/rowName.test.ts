import assert from 'node:assert/strict';
import { rowName } from '../../../../../src/report/parts/table/rowName';
import { bundledModel, bundledTable } from '../../../../support/priceTables';

describe('the name of a row', () => {
  const vendors = bundledModel('openai/gpt-5');
  const hosted = { ...vendors, name: 'gpt-oss-20b on CoreWeave', providerName: 'CoreWeave' };

  it('has no provider where the column has it', () => {
    assert.deepEqual(rowName(hosted, 'column'), { name: 'gpt-oss-20b' });
    const marked = { ...hosted, name: 'R1 on CoreWeave (community)' };
    assert.deepEqual(rowName(marked, 'column'), { name: 'R1 (community)' });
    assert.deepEqual(rowName(vendors, 'column'), { name: vendors.name });
  });

  it('has the provider once where there is no room for the column', () => {
    assert.deepEqual(rowName(hosted, 'withModel'), { name: 'gpt-oss-20b on CoreWeave' });
    const expected = { name: vendors.name, provider: vendors.providerName };
    assert.deepEqual(rowName(vendors, 'withModel'), expected);
  });

  it('keeps the host where the user hides the column', () => {
    assert.deepEqual(rowName(hosted, 'hidden'), { name: 'gpt-oss-20b on CoreWeave' });
    assert.deepEqual(rowName(vendors, 'hidden'), { name: vendors.name });
  });

  it('is of one model of the table alone, with what the column says', () => {
    const { models } = bundledTable();
    const said = models.map((model) => `${rowName(model, 'column').name} | ${model.providerName}`);
    assert.equal(new Set(said).size, models.length);
    const names = models.map((model) => rowName(model, 'hidden').name);
    assert.equal(new Set(names).size, models.length);
  });
});
