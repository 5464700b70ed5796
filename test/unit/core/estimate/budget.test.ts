import assert from 'node:assert/strict';
import { findOverruns, overrunsOf } from '../../../../src/core/estimate/budget';
import { countMany } from '../../../../src/core/estimate/counts/many';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import { formatUsd } from '../../../../src/core/figures/formats';
import { moneyOfUsd } from '../../../../src/core/pricing/money';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { bundledModel } from '../../../support/priceTables';

/** Two tokens on o1 at 15 and 60 USD with 500 output tokens: 0.00003 + 0.03 = 0.03003 USD. */
function overruns(perCallUsd?: number, perMonthUsd?: number, callsPerDay = 1): readonly string[] {
  const scenario = { outputTokens: 500, callsPerDay };
  const { price } = estimateCall(bundledModel('o1'), exactCount(2), scenario, Date.now());
  assert.ok(price.kind === 'priced');
  return findOverruns(price, {
    perCall: perCallUsd === undefined ? undefined : moneyOfUsd(perCallUsd),
    perMonth: perMonthUsd === undefined ? undefined : moneyOfUsd(perMonthUsd),
  }).map(({ of, cost, excess }) => `${of}: ${formatUsd(cost)}, ${formatUsd(excess)} over`);
}

describe('budgets', () => {
  it('are kept by an equal price, and exceeded by the smallest amount above', () => {
    assert.deepStrictEqual(overruns(0.03003), []);
    assert.deepStrictEqual(overruns(0.030029999), ['perCall: $0.0300, $0.00000000100 over']);
  });

  it('apply to the calls of 30 days', () => {
    assert.deepStrictEqual(overruns(undefined, 900.9, 1000), []);
    assert.deepStrictEqual(overruns(undefined, 900, 1000), ['perMonth: $900.90, $0.900 over']);
    assert.deepStrictEqual(overruns(undefined, 0.9009), []);
    assert.deepStrictEqual(overruns(undefined, 0.9), ['perMonth: $0.901, $0.000900 over']);
  });

  it('are reported separately', () => {
    assert.equal(overruns(0.01, 0.01).length, 2);
    assert.deepStrictEqual(overruns(), []);
  });

  it('for one call are compared with no sum of the requests of a file', () => {
    const budgets = { perCall: moneyOfUsd(0.04), perMonth: undefined };
    const exceeded = (times: number): number => {
      const counts = countMany([{ count: exactCount(2), times, call: 0 }]);
      const scenario = { outputTokens: times === 1 ? 1_000 : 500 };
      const row = estimateCall(bundledModel('o1'), counts, scenario, Date.now());
      return overrunsOf(row, budgets).length;
    };
    // 2 × 0.03003 = 0.06006 USD are two calls; one with 1,000 output tokens costs 0.06003.
    assert.equal(exceeded(2), 0);
    assert.equal(exceeded(1), 1);
  });

  it('are kept without calls', () => {
    assert.deepStrictEqual(overruns(undefined, 0.000001, 0), []);
  });
});
