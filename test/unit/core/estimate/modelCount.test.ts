import assert from 'node:assert/strict';
import { countForModel } from '../../../../src/core/estimate/modelCount';
import { baseEncodingOf, isEstimatedFamily } from '../../../../src/core/tokens/estimates';
import { tallyScripts } from '../../../../src/core/tokens/scriptTally';
import { bundledModel, bundledTable } from '../../../support/priceTables';

const count = { tokens: 1000, tally: tallyScripts('const answer = 42;\n'.repeat(100)) };

describe('the tokens of a model', () => {
  it('are the exact count where the vocabulary is known', () => {
    assert.deepStrictEqual(countForModel(bundledModel('openai/o1'), count, 'typescript'), {
      tokens: 1000,
      low: 1000,
      high: 1000,
      method: 'exact',
    });
  });

  it("are the family's estimate elsewhere: code on a new Claude is 1.5 +- 12 %", () => {
    const model = bundledModel('anthropic/claude-opus-5-5');
    assert.deepStrictEqual(countForModel(model, count, 'typescript'), {
      tokens: 1500,
      low: 1320,
      high: 1680,
      method: 'estimated',
    });
  });

  it('have factors for every estimated model of the table, on the encoding that the table counts', () => {
    const wrong = bundledTable().models.filter(({ tokenizer }) => {
      if (tokenizer.accuracy !== 'estimated') return tokenizer.calibration !== undefined;
      const family = tokenizer.calibration ?? '';
      return !isEstimatedFamily(family) || baseEncodingOf(family) !== tokenizer.encoding;
    });
    assert.deepStrictEqual(
      wrong.map(({ id, tokenizer }) => `${id} ${tokenizer.calibration} on ${tokenizer.encoding}`),
      [],
    );
  });
});
