import assert from 'node:assert/strict';
import { budgetsOf } from '../../../src/core/estimate/budget';
import { describeFigure } from '../../../src/wording/headline';
import { ENGLISH } from '../../../src/wording/words';
import { exact, rowOf, seedModels } from '../../support/reports';

describe('the line below a figure of the headline', () => {
  const [o1] = seedModels();
  assert.ok(o1);

  it('is the accuracy of an exact count', () => {
    assert.equal(describeFigure(ENGLISH, rowOf(o1, [exact(1000)])), 'exact count');
  });

  it('begins with the excess over a budget', () => {
    // 1,000 x 15 + 500 x 60 = 0.045 USD
    const row = rowOf(o1, [exact(1000)]);
    const over = budgetsOf({ perCall: 0.04, perMonth: 1.35 });
    assert.equal(
      describeFigure(ENGLISH, row, over),
      'one call is $0.00500 over the budget of $0.0400 · exact count',
    );
    assert.equal(describeFigure(ENGLISH, row, budgetsOf({ perCall: 0.045 })), 'exact count');
    const files = rowOf(o1, [exact(1000), exact(1000)]);
    assert.equal(
      describeFigure(ENGLISH, files, over),
      '$2.70 in 30 days is $1.35 over the budget of $1.35 · exact count',
    );
  });

  it('begins with the reason why the call is impossible', () => {
    // The context window of o1 has 200,000 tokens.
    const tooLong = rowOf(o1, [exact(199_501)]);
    assert.equal(describeFigure(ENGLISH, tooLong), 'does not fit the context window · exact count');
    const retired = rowOf(o1, [exact(1000)], { outputTokens: 500 }, Date.parse('2027-09-01'));
    assert.equal(describeFigure(ENGLISH, retired), 'no longer sold · exact count');
  });
});
