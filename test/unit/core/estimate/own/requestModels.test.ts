import assert from 'node:assert/strict';
import {
  countModels,
  modelsOfFile,
  namedModels,
} from '../../../../../src/core/estimate/own/requestModels';
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

  it('are that of all requests of a file that names one, and else each its own', () => {
    const modelsOf = (...names: readonly (string | undefined)[]) =>
      modelsOfFile(
        bundledTable(),
        names.map((modelName) => ({ modelName })),
        SEED_DAY_MS,
      ).map((model) => model?.id);
    assert.deepEqual(modelsOf('o1', undefined), ['openai/o1', 'openai/o1']);
    assert.deepEqual(modelsOf('o1', 'openai/o1', undefined), Array(3).fill('openai/o1'));
    assert.deepEqual(modelsOf('o1', 'nonsense-9'), ['openai/o1', undefined]);
    assert.deepEqual(modelsOf('o1', 'gpt-4o', undefined), [
      'openai/o1',
      'openai/gpt-4o',
      undefined,
    ]);
    assert.deepEqual(modelsOf('nonsense-9', undefined), [undefined, undefined]);
  });

  it('are counted once', () => {
    assert.equal(countModels(models), 2);
  });
});
