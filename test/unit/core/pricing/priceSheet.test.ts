import assert from 'node:assert/strict';
import { priceSheet } from '../../../../src/core/pricing/priceSheet';
import { bundledModel } from '../../../support/priceTables';

describe('price sheet', () => {
  it('lists every period, card, tier and window, and marks those that apply now', () => {
    const { periods } = priceSheet(
      bundledModel('deepseek-v4-pro'),
      Date.parse('2026-11-23T02:00:00Z'),
    );
    assert.deepStrictEqual(
      periods.map(({ isCurrent, rows }) => [
        isCurrent,
        rows.map((row) => [row.window?.name, row.isCurrent, row.rates[0]?.usdPerMillionTokens]),
      ]),
      [
        [
          true,
          [
            [undefined, false, 0.66],
            ['peak', true, 1.32],
          ],
        ],
        [
          false,
          [
            [undefined, false, 0.66],
            ['peak', false, 1.32],
          ],
        ],
        [false, [[undefined, false, 0.435]]],
        [false, [[undefined, false, 1.74]]],
      ],
    );
    const [luna] = priceSheet(bundledModel('gpt-6-luna'), Date.parse('2026-11-23')).periods;
    assert.deepStrictEqual(
      luna?.rows.map(({ fromPromptTokens, rates }) => [
        fromPromptTokens,
        rates.map(({ name }) => name),
      ]),
      [
        [undefined, ['input', 'cachedInput', 'cacheWrite', 'output']],
        [272_001, ['input', 'cachedInput', 'cacheWrite', 'output']],
      ],
    );
    assert.deepStrictEqual(
      luna.factors.map(({ name }) => name),
      ['batch', 'flex', 'fast', 'regional'],
    );
  });

  it('begins with the period that applies, then lists later and earlier ones, the nearest first', () => {
    const model = bundledModel('deepseek-v4-pro');
    const [first] = model.periods;
    const days = [-Infinity, 10, 20, 30, 40, 50].map((day) => day * 86_400_000);
    const periods = days.map((fromMs, index) =>
      Object.assign({}, first, { fromMs, toMs: days[index + 1] ?? Infinity }),
    );
    const order = (atDay: number, shown = periods): readonly number[] =>
      priceSheet(
        { ...model, periods: shown as unknown as typeof model.periods },
        atDay * 86_400_000,
      ).periods.map(({ fromMs }) => fromMs / 86_400_000);
    assert.deepStrictEqual(order(20), [20, 30, 40, 50, 10, -Infinity]);
    assert.deepStrictEqual(order(19.9), [10, 20, 30, 40, 50, -Infinity]);
    // Sold from day 10 to day 30.
    const sold = periods.slice(1, 3);
    assert.deepStrictEqual(order(5, sold), [10, 20]);
    assert.deepStrictEqual(order(30, sold), [20, 10]);
  });

  it('marks stale prices', () => {
    // Checked on 2026-11-23, by hand.
    const stale = ['2027-03-23', '2027-03-24'].map(
      (at) => priceSheet(bundledModel('gpt-6.1-sol'), Date.parse(at)).periods[0]?.isStale,
    );
    assert.deepStrictEqual(stale, [false, true]);
  });
});
