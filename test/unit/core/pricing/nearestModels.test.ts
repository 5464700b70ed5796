import assert from 'node:assert/strict';
import { nearestModels } from '../../../../src/core/pricing/nearestModels';
import { bundledTable } from '../../../support/priceTables';

const { models } = bundledTable();

describe('the models nearest to a name', () => {
  for (const [name, wanted] of [
    ['openai/gpt-5.5-mini', 'openai/gpt-5-mini'],
    ['GPT 4o', 'openai/gpt-4o'],
    ['claude-sonnet-4.6', 'anthropic/claude-sonnet-4-6'],
    ['deepseek-r1-0528', 'deepseek/deepseek-r1'],
    ['OpenAI/o1', 'openai/o1'],
  ] as const) {
    it(`of ${name} have ${wanted} among them`, () => {
      const ids = nearestModels(models, name, 3).map(({ id }) => id);
      assert.ok(ids.includes(wanted), ids.join(', '));
    });
  }

  it('are as many as are asked for', () => {
    assert.equal(nearestModels(models, '', 5).length, 5);
    assert.equal(nearestModels([], 'o1', 5).length, 0);
  });
});
