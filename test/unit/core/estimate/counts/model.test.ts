import assert from 'node:assert/strict';
import {
  countForModel,
  countPartsForModel,
  groupByLanguage,
  partsByLanguage,
} from '../../../../../src/core/estimate/counts/model';
import {
  baseEncodingOf,
  isEstimatedFamily,
} from '../../../../../src/core/tokens/estimates/estimates';
import { tallyScripts } from '../../../../../src/core/tokens/estimates/scriptTally';
import { bundledModel, bundledTable } from '../../../../support/priceTables';

const count = { tokens: 1000, tally: tallyScripts('const answer = 42;\n'.repeat(100)) };

describe('the tokens of a model', () => {
  it('are the exact count if the vocabulary is known', () => {
    assert.deepStrictEqual(countForModel(bundledModel('openai/o1'), count, 'typescript'), {
      tokens: 1000,
      low: 1000,
      high: 1000,
      method: 'exact',
    });
  });

  it("are otherwise the family's estimate: code on a new Claude is 1.5 ± 12 %", () => {
    const model = bundledModel('anthropic/claude-opus-5-5');
    assert.deepStrictEqual(countForModel(model, count, 'typescript'), {
      tokens: 1500,
      low: 1320,
      high: 1680,
      method: 'estimated',
    });
  });

  it('are the sum over the parts of a text, each language estimated once', () => {
    const model = bundledModel('anthropic/claude-opus-5-5');
    const part = (languageId: string, tokens: number) => ({
      languageId,
      count: { tokens, tally: count.tally },
    });
    // A token of code is 1.5 of a new Claude: one at a time each would round up.
    const groups = groupByLanguage([
      ...Array.from({ length: 1000 }, () => part('typescript', 1)),
      part('json', 0),
    ]);
    assert.deepStrictEqual(
      groups.map(({ languageId, count }) => [languageId, count.tokens]),
      [
        ['typescript', 1000],
        ['json', 0],
      ],
    );
    assert.equal(countPartsForModel(model, groups).tokens, 1500);
    assert.deepStrictEqual(countPartsForModel(model, []), {
      tokens: 0,
      low: 0,
      high: 0,
      method: 'exact',
    });
    const exact = countPartsForModel(bundledModel('openai/o1'), [part('a', 3), part('b', 4)]);
    assert.equal(exact.tokens, 7);
    assert.equal(exact.method, 'exact');
  });

  it('have the parts of each language together, in order of the first ones', () => {
    const part = (languageId: string, at: number) => ({ languageId, at });
    const [first, second, third] = [part('b', 1), part('a', 2), part('b', 3)];
    assert.deepEqual(
      [...partsByLanguage([first, second, third])],
      [
        ['b', [first, third]],
        ['a', [second]],
      ],
    );
    assert.equal(partsByLanguage([]).size, 0);
  });

  it("have factors, on the table's encoding, for every estimated model of the table", () => {
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
