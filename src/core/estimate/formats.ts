import { roundHalfUp, UNIT_DECIMALS, type Money } from '../pricing/money';

const MIN_DECIMALS = 2;

/** Three digits are enough when one more decimal place would bring a fourth digit. */
const FOUR_DIGITS = 1000n;

/**
 * US dollars for people: two decimals from one dollar on, below it three significant digits, so that an
 * amount above zero never reads as zero: $75.00, $0.154, $0.0000123.
 */
export function formatUsd(amount: Money, locale = 'en-US'): string {
  const { scaled, decimals } = roundForDisplay(amount);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const decimal = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return currencyFormat(locale, decimals).format(decimal as Intl.StringNumericLiteral);
}

/** The amount as `scaled` / 10^`decimals`, rounded half up once, with the fewest decimals that show it. */
function roundForDisplay(amount: Money): { scaled: bigint; decimals: number } {
  for (let decimals = MIN_DECIMALS; decimals < UNIT_DECIMALS; decimals++) {
    if (amount.numerator === 0n || roundToDecimals(amount, decimals + 1) >= FOUR_DIGITS) {
      return { scaled: roundToDecimals(amount, decimals), decimals };
    }
  }
  const scaled = roundToDecimals(amount, UNIT_DECIMALS);
  // Less than half a unit is still not nothing.
  return { scaled: scaled === 0n ? 1n : scaled, decimals: UNIT_DECIMALS };
}

function roundToDecimals({ numerator, denominator }: Money, decimals: number): bigint {
  return roundHalfUp(numerator, denominator * 10n ** BigInt(UNIT_DECIMALS - decimals));
}

const currencyFormats = new Map<string, Intl.NumberFormat>();

function currencyFormat(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  const format =
    currencyFormats.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  currencyFormats.set(key, format);
  return format;
}

/** A price per million tokens for people: at least two decimals, all that the price has. */
export function formatRate(usdPerMillionTokens: number, locale = 'en-US'): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: 9,
  }).format(usdPerMillionTokens);
}

/** Whole tokens with the locale's grouping: 1,234,567. */
export function formatTokens(tokens: number, locale = 'en-US'): string {
  return tokens.toLocaleString(locale);
}

/** A multiple for people: one decimal below 100 (27.3), none above. */
export function formatTimes(times: number, locale = 'en-US'): string {
  const decimals = times < 99.95 ? 1 : 0;
  return times.toLocaleString(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
