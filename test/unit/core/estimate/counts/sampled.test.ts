import assert from 'node:assert/strict';
import {
  addSampled,
  callsOfSamples,
  longestOf,
  sampledCount,
  samplesOf,
} from '../../../../../src/core/estimate/counts/sampled';
import { exactCount } from '../../../../../src/core/tokens/tokenCount';

const samples = (...tokens: readonly number[]) => sampledCount(tokens.map(exactCount));

const tokensOf = (count: ReturnType<typeof samples>) =>
  samplesOf(count).map(({ tokens }) => tokens);

describe('the count of a text with several samples', () => {
  it('is their mean, which is not rounded', () => {
    assert.equal(samples(24, 25).tokens, 24.5);
    assert.equal(samples(24, 25).method, 'exact');
    assert.deepEqual(samples(24), exactCount(24));
  });

  it('has the mean of each end of their bands', () => {
    const estimated = { tokens: 100, low: 90, high: 111, method: 'estimated' } as const;
    const { tokens, low, high, method } = sampledCount([estimated, exactCount(51)]);
    assert.deepEqual(
      { tokens, low, high, method },
      {
        tokens: 75.5,
        low: 70.5,
        high: 81,
        method: 'estimated',
      },
    );
  });

  it('has a longest sample, the first of equal ones, at the high end of its band', () => {
    const long = { tokens: 2, low: 1, high: 9, method: 'estimated' } as const;
    assert.equal(longestOf(sampledCount([exactCount(3), long, exactCount(9)])), long);
    assert.equal(longestOf(long), long);
  });

  it('has a sum with others for each call', () => {
    assert.deepEqual(tokensOf(addSampled([exactCount(10), samples(1, 3)])), [11, 13]);
    // One with fewer samples begins again: 2 and 3 of them end together after 6 calls.
    const sum = addSampled([exactCount(10), samples(1, 3), samples(100, 200, 300)]);
    assert.deepEqual(tokensOf(sum), [111, 213, 311, 113, 211, 313]);
    assert.equal(sum.tokens, 10 + 2 + 200);
    assert.deepEqual(addSampled([exactCount(10), exactCount(1)]), exactCount(11));
  });

  it('has no more calls than can be priced', () => {
    assert.equal(callsOfSamples([4, 6]), 12);
    assert.equal(callsOfSamples([]), 1);
    assert.equal(callsOfSamples([100, 99, 97]), 1000);
  });
});
