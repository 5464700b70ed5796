import assert from 'node:assert/strict';
import { groupModels } from '../../../../../src/core/estimate/counts/groups';
import { countPartsForModel } from '../../../../../src/core/estimate/counts/model';
import { countSampledGroups, meanCount } from '../../../../../src/core/estimate/counts/samples';
import { samplesOf } from '../../../../../src/core/estimate/counts/sampled';
import { bundledModel } from '../../../../support/priceTables';

const o1 = bundledModel('openai/o1');

describe('the counts of samples', () => {
  it('have a mean that is not rounded', () => {
    // (10 + 11 + 14) / 3 = 11.67
    const counts = [10, 11, 14].map((tokens) => ({ tokens, tally: [tokens] }));
    assert.equal(meanCount(counts).tokens, 35 / 3);
    assert.equal(meanCount(counts).tally[0], 35 / 3);
    assert.equal(meanCount(counts.slice(0, 1)).tokens, 10);
  });

  it('are those of each sample for a group of models', () => {
    const { encoding } = o1.tokenizer;
    const part = (tokens: number) => ({
      tokens: new Map([[encoding, tokens]]),
      tally: [tokens],
      languageId: 'prompt',
    });
    const [count] = countSampledGroups(groupModels([o1]), [
      [part(1), part(2)],
      [part(2), part(2)],
    ]);
    assert.ok(count);
    assert.equal(count.tokens, 3.5);
    assert.deepEqual(
      samplesOf(count).map(({ tokens }) => tokens),
      [3, 4],
    );
  });

  it('are those of each sample for a model', () => {
    const samples = [24, 25].map((tokens) => ({ tokens, tally: [tokens] }));
    const mean = { languageId: 'prompt', count: meanCount(samples), samples };
    const count = countPartsForModel(o1, [mean]);
    assert.equal(count.tokens, 24.5);
    assert.deepEqual(
      samplesOf(count).map(({ tokens }) => tokens),
      [24, 25],
    );
  });
});
