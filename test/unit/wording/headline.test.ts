import assert from 'node:assert/strict';
import { describeFigure } from '../../../src/wording/headline';
import { ENGLISH } from '../../../src/wording/words';
import { exact, rowOf, seedModels } from '../../support/reports';

describe('the line below a figure of the headline', () => {
  const [o1] = seedModels();
  assert.ok(o1);

  it('is the accuracy of an exact count', () => {
    assert.equal(describeFigure(ENGLISH, rowOf(o1, [exact(1000)])), 'exact count');
  });

  it('begins with the reason why the call is impossible', () => {
    // The context window of o1 has 200,000 tokens.
    const tooLong = rowOf(o1, [exact(199_501)]);
    assert.equal(describeFigure(ENGLISH, tooLong), 'does not fit the context window · exact count');
    const retired = rowOf(o1, [exact(1000)], { outputTokens: 500 }, Date.parse('2027-09-01'));
    assert.equal(describeFigure(ENGLISH, retired), 'no longer sold · exact count');
  });
});
