import assert from 'node:assert/strict';
import { countModels, namedModels } from '../../../../../src/core/estimate/own/requestModels';
import { bundledTable } from '../../../../support/priceTables';
import { SEED_DAY_MS } from '../../../../support/reports';

describe('the models that requests name', () => {
  const requests = ['gpt-4o', undefined, 'openai/gpt-4o', 'nonsense-9', 'o1'].map((modelName) => ({
    modelName,
  }));
  const models = namedModels(bundledTable(), requests, SEED_DAY_MS);

  it('are those of the table, whatever their spelling', () => {
    assert.deepEqual(
      models.map((model) => model?.id),
      ['openai/gpt-4o', undefined, 'openai/gpt-4o', undefined, 'openai/o1'],
    );
  });

  it('are counted once', () => {
    assert.equal(countModels(models), 2);
  });
});
