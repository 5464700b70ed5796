import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  formatRate,
  formatMultiple,
  formatRatio,
  formatTokens,
  formatUsd,
} from '../../../../src/core/figures/formats';
import { costOfTokens, ZERO_MONEY, type Money } from '../../../../src/core/pricing/money';

/** The amount of that many 1e-15 USD. */
function units(numerator: bigint): Money {
  return { numerator, denominator: 1n };
}

describe('formats', () => {
  it('shows dollars with cents, and below one dollar three significant digits', () => {
    const cases: [Money, string][] = [
      [ZERO_MONEY, '$0.00'],
      [costOfTokens(1_000_000, 75), '$75.00'],
      [costOfTokens(1_000_000, 2.74), '$2.74'],
      [costOfTokens(1_000_000, 1234.5), '$1,234.50'],
      [costOfTokens(1_000_000, 1), '$1.00'],
      [costOfTokens(1_000_000, 0.1539), '$0.154'],
      [costOfTokens(1_000_000, 0.9994), '$0.999'],
      [costOfTokens(1_000_000, 0.9995), '$1.00'],
      [costOfTokens(1_000_000, 0.09996), '$0.100'],
      [costOfTokens(1_000_000, 0.0285), '$0.0285'],
      [costOfTokens(10, 0.55), '$0.00000550'],
      [costOfTokens(1, 0.0123), '$0.0000000123'],
      [units(1n), '$0.000000000000001'],
      [{ numerator: 1n, denominator: 3n }, '$0.000000000000001'],
      [costOfTokens(1, 2 ** 40), '$1,099,511.63'],
    ];
    assert.deepStrictEqual(
      cases.map(([amount]) => formatUsd(amount)),
      cases.map(([, text]) => text),
    );
  });

  it('never rounds a positive amount to zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        fc.integer({ min: 1, max: 7 }),
        (n, d) => {
          const text = formatUsd({ numerator: n, denominator: BigInt(d) });
          assert.match(text, /[1-9]/);
        },
      ),
    );
  });

  it('follows the locale', () => {
    assert.equal(formatUsd(costOfTokens(1_000_000, 1234.5), 'de-DE'), '1.234,50\u00a0$');
    assert.equal(formatTokens(1_234_567, 'de-DE'), '1.234.567');
  });

  it('shows rates with all their decimals', () => {
    assert.deepStrictEqual(
      [0.55, 15, 0.003625, 0].map((rate) => formatRate(rate)),
      ['$0.55', '$15.00', '$0.003625', '$0.00'],
    );
  });

  it('shows multiples with one decimal below a hundred', () => {
    assert.deepStrictEqual(
      [1, 27.272727, 99.94, 99.95, 1234.5].map((times) => formatRatio(times)),
      ['1.0×', '27.3×', '99.9×', '100×', '1,235×'],
    );
    assert.equal(formatRatio(27.272727, 'en-US', 'x'), '27.3x');
  });

  it('shows parts above a tenth as shares, smaller ones as fractions with the digits of multiples', () => {
    assert.deepStrictEqual(
      [1 / 1.5, 0.5, 1 / 9.9, 1 / 9.95, 1 / 27.272727, 1 / 469, 1 / 1234.5].map((times) =>
        formatRatio(times),
      ),
      ['66.7%', '50%', '10.1%', '1/10', '1/27.3', '1/469', '1/1,235'],
    );
    assert.equal(formatRatio(2 / 3, 'de'), '66,7\u00a0%');
  });

  it('shows all multiples of a column as numbers of times, so that their order is seen', () => {
    assert.deepStrictEqual(
      [1 / 1234.5, 1 / 27.272727, 1 / 9.9, 1 / 1.5, 1 / 1.04, 1, 1.04, 2.6, 27.272727].map(
        (times) => formatMultiple(times),
      ),
      ['1/1,235×', '1/27.3×', '1/9.9×', '1/1.5×', '1.0×', '1.0×', '1.0×', '2.6×', '27.3×'],
    );
    assert.equal(formatMultiple(2 / 3, 'de', 'x'), '1/1,5x');
    assert.equal(formatMultiple(0), '0.0×');
  });

  it('shows a cost that is about the same as 1.0 times the other, either way', () => {
    for (const times of [1.04, 1, 1 / 1.04]) assert.equal(formatRatio(times), '1.0×');
    assert.deepStrictEqual(
      [1.06, 1 / 1.06].map((times) => formatRatio(times)),
      ['1.1×', '94.3%'],
    );
    assert.equal(formatRatio(0), '0.0×');
  });
});
