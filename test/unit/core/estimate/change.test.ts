import assert from 'node:assert/strict';
import { changeBetween } from '../../../../src/core/estimate/change';
import { estimateCall, type Estimate } from '../../../../src/core/estimate/estimate';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { bundledModel } from '../../../support/priceTables';

const atMs = Date.parse('2026-11-23T12:00:00Z');

function estimate(id: string, tokens: number): Estimate {
  return estimateCall(bundledModel(id), exactCount(tokens), { outputTokens: 500 }, atMs);
}

function change(before: number, after: number, id = 'o1'): string {
  const { tokens, cost } = changeBetween(estimate(id, before), estimate(id, after));
  return `${tokens}, ${cost ? `${cost.sign} ${moneyToDecimal(cost.amount)}` : 'no price'}`;
}

describe('the change between two texts', () => {
  it('is exact in both directions, and zero for equal texts', () => {
    // o1 takes 15 USD per million tokens: 312 x 15 = 4,680 millionths.
    assert.equal(change(100, 412), '312, 1 0.00468');
    assert.equal(change(412, 100), '-312, -1 0.00468');
    assert.equal(change(412, 412), '0, 0 0');
  });

  it('includes the step to a long-context tier', () => {
    // gpt-6-luna at 0.1 in and 0.6 out, from 272,001 tokens on more for the whole call.
    assert.match(change(272_000, 272_001, 'gpt-6-luna'), /^1, 1 0\.02/);
  });

  it('has no cost where there is no price', () => {
    const unpriced: Estimate = {
      ...estimate('o1', 7),
      price: { kind: 'unpriced', reason: 'noBatch' },
    };
    assert.deepStrictEqual(changeBetween(unpriced, estimate('o1', 9)), {
      tokens: 2,
      cost: undefined,
    });
  });
});
