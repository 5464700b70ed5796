import assert from 'node:assert/strict';
import { meanCount, meanPart, worstSample } from '../../../../../src/core/estimate/counts/samples';

describe('the counts of samples', () => {
  it('have a mean of whole tokens', () => {
    // (10 + 11 + 14) / 3 = 11.67
    const counts = [10, 11, 14].map((tokens) => ({ tokens, tally: [tokens] }));
    assert.equal(meanCount(counts).tokens, 12);
    assert.equal(meanCount(counts).tally[0], 35 / 3);
    assert.equal(meanCount(counts.slice(0, 1)).tokens, 10);
  });

  it('are added up before their mean is taken', () => {
    const part = (tokens: number) => ({
      tokens: new Map([['a', tokens]]),
      tally: [tokens],
      languageId: 'prompt',
    });
    // (1 + 2) and (2 + 2): 3.5, rounded to 4; rounded part by part it would be 2 + 2.
    const { tokens, tally, languageId } = meanPart([
      [part(1), part(2)],
      [part(2), part(2)],
    ]);
    assert.deepEqual([...tokens], [['a', 4]]);
    assert.equal(tally[0], 3.5);
    assert.equal(languageId, 'prompt');
  });

  it('have a longest one', () => {
    assert.equal(worstSample([{ tokens: 1 }, { tokens: 3 }, { tokens: 3 }]), 1);
    assert.equal(worstSample([]), 0);
  });
});
