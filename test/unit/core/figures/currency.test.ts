import assert from 'node:assert/strict';
import { parseCurrency, type Currency } from '../../../../src/core/figures/currency';
import { formatMoney, formatUsd } from '../../../../src/core/figures/formats';
import { costOfTokens } from '../../../../src/core/pricing/money';

const euros: Currency = { code: 'EUR', rate: 0.93, asOf: '2026-11-01' };

function show(usd: number, currency: Currency | undefined, locale?: string): string {
  return formatMoney(costOfTokens(1_000_000, usd), currency, locale);
}

describe('currency', () => {
  it('converts at the stated rate exactly', () => {
    assert.deepStrictEqual(
      [
        show(2.74, euros),
        show(2.74, euros, 'de-DE'),
        show(0.0000123, euros),
        show(0, euros),
        show(1.5, { ...euros, code: 'JPY', rate: 150 }),
        show(0.01, { ...euros, code: 'JPY', rate: 150 }),
        show(75, undefined),
      ],
      ['€2.55', '2,55\u00a0€', '€0.0000114', '€0.00', '¥225', '¥1.50', '$75.00'],
    );
  });

  it('shows a bare $ for US dollars only, and US dollars with no other sign', () => {
    const amount = costOfTokens(1_000_000, 1);
    for (const [code, locale] of [
      ['CAD', 'en-CA'],
      ['MXN', 'es-MX'],
      ['AUD', 'en-AU'],
      ['CAD', 'en-US'],
    ] as const) {
      const text = formatMoney(amount, { ...euros, code }, locale);
      assert.match(text, /[A-Z]/, `${code} in ${locale}: ${text}`);
    }
    assert.equal(formatUsd(amount, 'en-CA'), '$1.00');
    assert.equal(formatMoney(amount, undefined, 'de-DE'), '1,00\u00a0$');
  });

  it('is read from a complete setting; else amounts are in US dollars', () => {
    assert.deepStrictEqual(parseCurrency(euros), { currency: euros, problems: [] });
    for (const unset of [undefined, null, {}]) {
      assert.deepStrictEqual(parseCurrency(unset), { currency: undefined, problems: [] });
    }
    assert.deepStrictEqual(parseCurrency({ ...euros, code: 'USD', rate: 1 }), {
      currency: undefined,
      problems: [],
    });
  });

  const wrong: [setting: unknown, path: string][] = [
    [{ code: 'EUR' }, 'rate'],
    [{ ...euros, code: 'eur' }, 'code'],
    [{ ...euros, code: '€' }, 'code'],
    [{ ...euros, rate: 0 }, 'rate'],
    [{ ...euros, rate: 1e308 }, 'rate'],
    [{ ...euros, rate: -1 }, 'rate'],
    [{ ...euros, rate: Number.NaN }, 'rate'],
    [{ ...euros, rate: '0.93' }, 'rate'],
    [{ ...euros, asOf: '2026-02-30' }, 'asOf'],
    [{ ...euros, asOf: 'today' }, 'asOf'],
    [{ ...euros, code: 'USD' }, 'rate'],
    ['EUR', ''],
  ];
  for (const [setting, path] of wrong) {
    it(`refuses ${JSON.stringify(setting)}`, () => {
      const { currency, problems } = parseCurrency(setting);
      assert.equal(currency, undefined);
      assert.equal(problems[0]?.path, path);
    });
  }
});
