import { multiplyMoney, roundHalfUp, UNIT_DECIMALS, type Money } from '../pricing/money';
import { rateFraction, type Currency } from './currency';

/** The smallest number of four digits: an amount has three significant digits if its next decimal makes it four. */
const FOUR_DIGITS = 1000n;

/**
 * Formats US dollars: two decimals from $1 on; three significant digits below, so that an amount above zero never reads
 * as zero: $75.00, $0.154, $0.0000123.
 */
export function formatUsd(amount: Money, locale = 'en-US'): string {
  return formatIn('USD', amount, locale);
}

/**
 * Formats an amount in the user's currency, converted exactly and rounded once; in US dollars without a currency.
 *
 * Worked example: 2.74 USD at 0.93 EUR is 2.5482 EUR, shown as €2.55.
 */
export function formatMoney(
  amount: Money,
  currency: Currency | undefined,
  locale = 'en-US',
): string {
  if (!currency) return formatUsd(amount, locale);
  return formatIn(currency.code, multiplyMoney(amount, rateFraction(currency)), locale);
}

function formatIn(code: string, amount: Money, locale: string): string {
  const { scaled, decimals } = roundForDisplay(amount, minimumDecimals(code));
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const decimal = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return currencyFormat(code, locale, decimals).format(decimal as Intl.StringNumericLiteral);
}

const knownDecimals = new Map<string, number>();

/** Decimals of the currency's minor unit: 2 for dollars, 0 for yen. Cached: reading them takes longer than a format. */
function minimumDecimals(code: string): number {
  const decimals = knownDecimals.get(code) ?? readDecimals(code);
  knownDecimals.set(code, decimals);
  return decimals;
}

function readDecimals(code: string): number {
  const format = numberFormat('en-US', { style: 'currency', currency: code });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * The amount as `scaled` / 10^`decimals`, rounded half up once: with as many decimals as three significant digits need,
 * at least `minDecimals`.
 */
function roundForDisplay(amount: Money, minDecimals: number): { scaled: bigint; decimals: number } {
  for (let decimals = minDecimals; decimals < UNIT_DECIMALS; decimals++) {
    if (amount.numerator === 0n || roundToDecimals(amount, decimals + 1) >= FOUR_DIGITS) {
      return { scaled: roundToDecimals(amount, decimals), decimals };
    }
  }
  const scaled = roundToDecimals(amount, UNIT_DECIMALS);
  // An amount above zero never rounds to zero.
  return { scaled: scaled === 0n ? 1n : scaled, decimals: UNIT_DECIMALS };
}

function roundToDecimals({ numerator, denominator }: Money, decimals: number): bigint {
  return roundHalfUp(numerator, denominator * 10n ** BigInt(UNIT_DECIMALS - decimals));
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A cached number format: creating one takes a hundred times longer than using it. */
export function numberFormat(
  locale: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale, options);
  numberFormats.set(key, format);
  return format;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Formats a day, which has no time zone: "Nov 10, 2026". The formats are cached as those of numbers are. */
export function formatDay(atMs: number, locale: string): string {
  const format =
    dayFormats.get(locale) ??
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  dayFormats.set(locale, format);
  return format.format(atMs);
}

function currencyFormat(code: string, locale: string, decimals: number): Intl.NumberFormat {
  return numberFormat(locale, {
    style: 'currency',
    currency: code,
    currencyDisplay: currencyDisplay(code, locale),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Only US dollars have a bare $. Another currency has its code where a locale writes it with a bare $. */
function currencyDisplay(code: string, locale: string): 'narrowSymbol' | 'symbol' | 'code' {
  if (code === 'USD') return 'narrowSymbol';
  const parts = numberFormat(locale, { style: 'currency', currency: code }).formatToParts(1);
  return parts.some(({ type, value }) => type === 'currency' && value === '$') ? 'code' : 'symbol';
}

/** Formats a price per million tokens: all its decimals, at least two. */
export function formatRate(usdPerMillionTokens: number, locale = 'en-US'): string {
  return numberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: 9,
  }).format(usdPerMillionTokens);
}

/** A mean of samples need not be a whole number. */
const MEANS = { maximumFractionDigits: 1 } as const;
const BELOW_1 = { maximumFractionDigits: 3 } as const;

/** Tokens with the locale's grouping: 1,234,567; of a mean one decimal, 24.5, and three below 1. */
export function formatTokens(tokens: number, locale = 'en-US'): string {
  return numberFormat(locale, tokens < 1 ? BELOW_1 : MEANS).format(tokens);
}

/** One decimal (27.3); none from 100 on. */
function formatTimes(times: number, locale = 'en-US'): string {
  const decimals = times < 99.95 ? 1 : 0;
  return numberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(times);
}

/** Up to here, a whole is displayed as 1.0 times its part, and the part as 1.0 times the whole. */
const LEAST_WHOLE = 1.05;

/** From here on, a whole is displayed as at least 10 times its part. */
const LEAST_OF_FRACTION = 9.95;

/**
 * A cost divided by another one, in a sentence or beside one cost: "27.3×", below 1 "66.7%", from a tenth down "1/27.3". A
 * small part is a fraction, because 1/469 says more than 0.21%, and "0.0021×" is read as more; a large one is a share,
 * because nobody reads 1/1.5 at once.
 *
 * @param sign `×`, or `x` for terminals that cannot show it.
 */
export function formatRatio(times: number, locale = 'en-US', sign = '×'): string {
  const whole = 1 / times;
  if (times === 0 || whole < LEAST_WHOLE) return formatTimes(times, locale) + sign;
  if (whole < LEAST_OF_FRACTION) {
    return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(times);
  }
  return `1/${numberFormat(locale, { maximumFractionDigits: whole < 99.95 ? 1 : 0 }).format(whole)}`;
}

/**
 * A cost divided by another one, in a column of such numbers: "1/27.3×", "1/1.5×", "1.0×", "2.6×". All of them say how
 * many times, so that the column is read in one way and its order is seen: the smaller the number below the line, the
 * nearer to 1. In percent, 27.3 times would be 2,730%, which some read as "more by"; shares among fractions and
 * multiples, as a sentence has them, would be three notations in one column.
 *
 * @param sign as of `formatRatio`; empty where words follow a fraction: "1/27.3 of your cost".
 */
export function formatMultiple(times: number, locale = 'en-US', sign = '×'): string {
  const whole = 1 / times;
  if (times === 0 || whole < LEAST_WHOLE) return formatTimes(times, locale) + sign;
  return `1/${formatTimes(whole, locale)}${sign}`;
}

/** 0.1234 as 12.3%; shares below 0.1 % get one significant digit, so that they do not read as 0 %. */
export function formatShare(share: number, locale = 'en-US'): string {
  const digits =
    share > 0 && share < 0.001
      ? { maximumSignificantDigits: 1 }
      : { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return numberFormat(locale, { style: 'percent', ...digits }).format(share);
}
