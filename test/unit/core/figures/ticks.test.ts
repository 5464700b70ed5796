import assert from 'node:assert/strict';
import { formatTicks } from '../../../../src/core/figures/ticks';

const LINEAR = { isLinear: true };
const LOG = { isLinear: false };

describe('the labels of an axis', () => {
  it('have one number of decimals at equal distances', () => {
    assert.deepEqual(formatTicks([0, 0.005, 0.01], LINEAR), ['$0.000', '$0.005', '$0.010']);
    assert.deepEqual(formatTicks([0, 5000, 10_000], LINEAR), ['$0', '$5,000', '$10,000']);
  });

  it('have the decimals that they need at equal multiples, and never an exponent', () => {
    assert.deepEqual(formatTicks([1e-7, 0.01, 1, 10_000, 1_000_000], LOG), [
      '$0.0000001',
      '$0.01',
      '$1',
      '$10,000',
      '$1,000,000',
    ]);
  });

  it('are in the currency of the reader', () => {
    const euros = { code: 'EUR', rate: 0.93, asOf: '2026-11-01' };
    assert.deepEqual(formatTicks([0, 0.001, 0.002], LINEAR, euros, 'de'), [
      '0,00000\u00a0EUR',
      '0,00093\u00a0EUR',
      '0,00186\u00a0EUR',
    ]);
    assert.deepEqual(formatTicks([0.001, 10], LOG, euros), ['EUR\u00a00.00093', 'EUR\u00a09.3']);
  });
});
