import type { Currency } from './currency';
import { numberFormat } from './formats';

/** Ticks are round; in another currency they are shown with so many significant digits. */
const DIGITS = 3;

/**
 * The labels of an axis of money, all in one unit: `$10,000` stands beside `$1,000`, not `$10K`. At equal distances all
 * have the same number of decimals; at equal multiples each has those that it needs, because the first of $0.0001 …
 * $100 would have given four to the last.
 *
 * Worked example: 0.005 and 0.01 are $0.005 and $0.010 at equal distances, else $0.005 and $0.01.
 */
export function formatTicks(
  usd: readonly number[],
  { isLinear }: { readonly isLinear: boolean },
  currency?: Currency,
  locale = 'en-US',
): readonly string[] {
  const amounts = usd.map((each) => each * (currency?.rate ?? 1));
  const needed = amounts.map(decimalsOf);
  const most = Math.max(0, ...needed);
  return amounts.map((amount, index) => {
    const decimals = isLinear ? most : needed[index];
    return numberFormat(locale, {
      style: 'currency',
      currency: currency?.code ?? 'USD',
      currencyDisplay: currency ? 'code' : 'narrowSymbol',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(amount);
  });
}

/** Of 0.0150 three. */
function decimalsOf(amount: number): number {
  const [digits = '', exponent = '0'] = amount.toExponential(DIGITS - 1).split('e');
  const significant = digits.replace(/\.?0+$/, '').replace('.', '').length;
  return Math.max(0, significant - 1 - Number(exponent));
}
