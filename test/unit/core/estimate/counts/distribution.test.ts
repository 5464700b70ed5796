import assert from 'node:assert/strict';
import { distributionOf, misfits } from '../../../../../src/core/estimate/counts/distribution';
import { estimateTexts } from '../../../../../src/core/estimate/estimate';
import { bundledModel } from '../../../../support/priceTables';
import { exact, SEED_DAY_MS } from '../../../../support/reports';

describe('the distribution of texts', () => {
  const of = (tokens: readonly number[]) => distributionOf({ counts: tokens.map(exact) });

  it('has the nearest rank of each share', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => 20 - index);
    assert.deepEqual(of(twenty), { smallest: 1, median: 10, high: 19, largest: 20 });
    assert.deepEqual(of([7]), { smallest: 7, median: 7, high: 7, largest: 7 });
    assert.deepEqual(of([3, 1]), { smallest: 1, median: 1, high: 3, largest: 3 });
    // Not in the order of their digits.
    assert.deepEqual(of([10, 9, 100]), { smallest: 9, median: 10, high: 100, largest: 100 });
  });

  it('counts the calls that do not fit, each with its own answer', () => {
    const model = { ...bundledModel('openai/o1'), contextWindowTokens: 100, maxOutputTokens: 50 };
    const counts = [exact(50), exact(51), exact(1), exact(100)];
    const calls = [{}, {}, { outputTokens: 51 }, { outputTokens: 0 }];
    const row = estimateTexts(model, counts, { outputTokens: 50 }, SEED_DAY_MS, calls);
    // 50 + 50 fits 100; 51 + 50 does not; an answer of 51 does not; 100 + 0 does.
    assert.equal(misfits(row), 2);
    const fitting = estimateTexts(model, [exact(50)], { outputTokens: 50 }, SEED_DAY_MS);
    assert.equal(misfits(fitting), 0);
  });
});
