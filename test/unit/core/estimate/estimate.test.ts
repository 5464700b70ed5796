import assert from 'node:assert/strict';
import { estimateCall, type Estimate } from '../../../../src/core/estimate/estimate';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import { exactCount } from '../../../../src/core/tokens/tokenCount';
import { bundledModel, modelOf, tableFile } from '../../../support/priceTables';

const now = Date.parse('2026-11-23T12:00:00Z');

function totalOf({ price }: Estimate): string {
  return price.kind === 'priced' ? moneyToDecimal(price.expected.total) : price.reason;
}

function estimate(id: string, inputTokens: number, outputTokens: number): Estimate {
  return estimateCall(bundledModel(id), exactCount(inputTokens), { outputTokens }, now);
}

describe('estimate', () => {
  it('costs $2.74 on deepseek-r1 and $75.00 on o1 for a million tokens in and out', () => {
    // 1,000,000 x 0.55 / 1,000,000 + 1,000,000 x 2.19 / 1,000,000 = 0.55 + 2.19 = 2.74
    assert.equal(totalOf(estimate('deepseek/deepseek-r1', 1_000_000, 1_000_000)), '2.74');
    // 1,000,000 x 15 / 1,000,000 + 1,000,000 x 60 / 1,000,000 = 15 + 60 = 75
    assert.equal(totalOf(estimate('openai/o1', 1_000_000, 1_000_000)), '75');
  });

  it('adds input and output at their own rates', () => {
    // 1,234 x 0.55 = 678.7 and 500 x 2.19 = 1,095 millionths of a dollar: 0.0006787 + 0.001095
    assert.equal(totalOf(estimate('deepseek/deepseek-r1', 1234, 500)), '0.0017737');
  });

  it('charges output at the long-context rate too once the prompt passes the tier', () => {
    // 272,000 x 0.1 + 1,000 x 0.5 = 27,700 millionths; 272,001 x 0.2 + 1,000 x 0.75 = 55,150.2
    assert.equal(totalOf(estimate('gpt-6-luna', 272_000, 1000)), '0.0277');
    assert.equal(totalOf(estimate('gpt-6-luna', 272_001, 1000)), '0.0551502');
  });

  it('prices the band of an estimated count', () => {
    const count = { tokens: 100, low: 90, high: 115, method: 'estimated' } as const;
    const { price } = estimateCall(bundledModel('openai/o1'), count, { outputTokens: 0 }, now);
    assert.ok(price.kind === 'priced');
    assert.deepStrictEqual([price.low, price.expected.total, price.high].map(moneyToDecimal), [
      '0.00135',
      '0.0015',
      '0.001725',
    ]);
  });

  it('includes the price in the band if fewer tokens are not cached and cost more', () => {
    const count = { tokens: 4100, low: 4000, high: 4200, method: 'estimated' } as const;
    const scenario = { outputTokens: 0, cachedShare: 1 };
    const { price } = estimateCall(bundledModel('claude-haiku-4-5'), count, scenario, now);
    assert.ok(price.kind === 'priced');
    // 4,000 tokens are below the minimum of 4,096 and cost 1, the others 0.1 USD per million.
    assert.deepStrictEqual([price.low, price.expected.total, price.high].map(moneyToDecimal), [
      '0.00041',
      '0.00041',
      '0.004',
    ]);
  });

  it('has a reason if there is no price, and never treats a missing rate as zero', () => {
    const withRates = (usdPerMillionTokens: object, outputTokens: number): string => {
      const periods = [{ from: null, to: null, source: 'page', usdPerMillionTokens }];
      const model = modelOf(tableFile({ periods }));
      return totalOf(estimateCall(model, exactCount(1_000_000), { outputTokens }, now));
    };
    assert.deepStrictEqual(
      [
        withRates({ output: 1 }, 0),
        withRates({ input: 1 }, 1),
        withRates({ input: 1 }, 0),
        withRates({ input: 0, output: 0 }, 1),
      ],
      ['noInputRate', 'noOutputRate', '1', '0'],
    );
    const before = Date.parse('2024-01-01');
    const model = bundledModel('o1');
    assert.equal(
      totalOf(estimateCall(model, exactCount(1), { outputTokens: 0 }, before)),
      'notYetSold',
    );
  });
});
