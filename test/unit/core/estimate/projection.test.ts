import assert from 'node:assert/strict';
import { estimateCall } from '../../../../src/core/estimate/estimate';
import { projectCost } from '../../../../src/core/estimate/projection';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import { bundledModel } from '../../../support/priceTables';

describe('projection', () => {
  it('multiplies one call by the calls per day and the days', () => {
    const count = { tokens: 1234, low: 1000, high: 2000, method: 'estimated' } as const;
    const at = Date.parse('2025-01-27');
    const project = (callsPerDay: number | undefined, days: number): string[] => {
      const scenario = { outputTokens: 500, ...(callsPerDay === undefined ? {} : { callsPerDay }) };
      const { price, scenario: full } = estimateCall(
        bundledModel('deepseek/deepseek-r1'),
        count,
        scenario,
        at,
      );
      assert.ok(price.kind === 'priced');
      const { low, expected, high } = projectCost(price, full, days);
      return [low, expected, high].map(moneyToDecimal);
    };
    assert.equal(project(1000, 1)[1], '1.7737');
    assert.deepStrictEqual(project(1000, 30), ['49.35', '53.211', '65.85']);
    assert.equal(project(undefined, 1)[1], '0.0017737');
    assert.equal(project(0, 30)[1], '0');
  });
});
