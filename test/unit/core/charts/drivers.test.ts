import assert from 'node:assert/strict';
import { layOutDrivers, mainDriver } from '../../../../src/core/charts/drivers';
import { moneyToDecimal } from '../../../../src/core/pricing/money';
import { bundledModel, bundledTable } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';
import type { Estimate } from '../../../../src/core/estimate/estimate';

function driversOf({ price }: Estimate) {
  assert.ok(price.kind === 'priced');
  return layOutDrivers(price);
}

describe('what drives a cost', () => {
  it('is a bar of the parts, each as long as its share', () => {
    // 1,000 x 15 and (500 + 100) x 60 millionths of a dollar.
    const row = rowOf(bundledModel('openai/o1'), [exact(1000)], {
      outputTokens: 500,
      reasoningTokens: 100,
    });
    const drivers = driversOf(row);
    assert.deepEqual(
      drivers.map(({ part, units, amount }) => [part, units, moneyToDecimal(amount)]),
      [
        ['input', 1000, '0.015'],
        ['output', 500, '0.03'],
        ['reasoning', 100, '0.006'],
      ],
    );
    const shares = [15 / 51, 30 / 51, 6 / 51];
    drivers.forEach(({ from, to, share }, index) => {
      assert.ok(Math.abs(share - (shares[index] ?? 0)) < 1e-5);
      assert.ok(Math.abs(to - from - share) < 1e-5);
    });
    assert.equal(mainDriver(drivers)?.part, 'output');
  });

  it('fills the bar for every model, whatever its rates', () => {
    for (const model of bundledTable().models) {
      const scenario = { outputTokens: 500, reasoningTokens: 100, cachedShare: 0.5 };
      const row = rowOf(model, [exact(10_000)], scenario, Date.parse('2026-11-26'));
      if (row.price.kind === 'unpriced') continue;
      const drivers = driversOf(row);
      if (drivers.length === 0) continue;
      let end = 0;
      for (const { from, to, part } of drivers) {
        assert.ok(from >= end - 1e-6 && to > from, `${model.id} ${part}`);
        end = to;
      }
      assert.ok(Math.abs(end - 1) < 1e-5, `${model.id} ends at ${end}`);
    }
  });

  it('is nothing if the call is free', () => {
    const row = rowOf(bundledModel('openai/o1'), [exact(0)], { outputTokens: 0 });
    assert.deepEqual(driversOf(row), []);
    assert.equal(mainDriver([]), undefined);
  });
});
