import * as formats from '../core/figures/formats';
import { formatTicks } from '../core/figures/ticks';
import { visibleText } from '../core/figures/visibleText';
import { dayOf, formatInstant } from '../core/pricing/instant';
import { PRICE_DECIMALS, type Money } from '../core/pricing/money';
import { inBrackets } from './language/lists';
import type { Words } from './words';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Those of a discount: as many as a price has. */
const FACTOR_DECIMALS = BigInt(PRICE_DECIMALS);

const VULGAR_FRACTIONS: Readonly<Record<string, string>> = { '1/2': '½', '1/4': '¼', '3/4': '¾' };

/** An amount in the user's currency; US dollars by default. */
export function showMoney({ currency, locale }: Words, amount: Money): string {
  return formats.formatMoney(amount, currency, locale);
}

/** A vendor's rate, always in US dollars. */
export function showRate({ locale }: Words, usdPerMillionTokens: number): string {
  return formats.formatRate(usdPerMillionTokens, locale);
}

/** A whole number with the locale's grouping: 1,234,567; a mean with one decimal: 24.5. */
export function showNumber({ locale }: Words, value: number): string {
  return formats.formatTokens(value, locale);
}

/**
 * As `showRatio`, in a column of such numbers: "27.3×", "1/1.5×", "1/27.3×".
 *
 * @param sign empty where words follow a fraction.
 */
export function showMultiple({ locale }: Words, times: number, sign = '×'): string {
  return formats.formatMultiple(times, locale, sign);
}

/**
 * A cost divided by another one: "27.3×", below 1 "66.7%", from a tenth down "1/27.3".
 *
 * @param sign `x` for terminals that cannot show `×`.
 */
export function showRatio({ locale }: Words, times: number, sign = '×'): string {
  return formats.formatRatio(times, locale, sign);
}

/** 0.1234 as 12.3%. */
export function showShare({ locale }: Words, share: number): string {
  return formats.formatShare(share, locale);
}

/** Shares on an axis, all with as many decimals: 90%, 100%, 110%. */
export function showShares({ locale }: Words, shares: readonly number[]): readonly string[] {
  const step = Math.min(...shares.slice(1).map((share, index) => share - (shares[index] ?? 0)), 1);
  const decimals = Math.max(0, -Math.floor(Math.log10(step * 100) + 1e-9));
  const options = {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  } as const;
  return shares.map((share) => formats.numberFormat(locale, options).format(share));
}

/** A factor on a rate: "½", "2.5", "20/11"; decimals only if they are exact. */
export function showFraction({ locale }: Words, numerator: bigint, denominator: bigint): string {
  const fraction = `${numerator}/${denominator}`;
  const value = Number(numerator) / Number(denominator);
  const isExact = (numerator * 10n ** FACTOR_DECIMALS) % denominator === 0n;
  const options = { maximumFractionDigits: Number(FACTOR_DECIMALS) };
  const decimal = isExact ? formats.numberFormat(locale, options).format(value) : fraction;
  return VULGAR_FRACTIONS[fraction] ?? decimal;
}

/** A share that a person entered, with all digits: 0.125 as 12.5%, 0.8 as 80%. */
export function showPercent({ locale }: Words, share: number): string {
  const options = { style: 'percent', maximumFractionDigits: 10 } as const;
  return formats.numberFormat(locale, options).format(share);
}

/** The amounts on an axis, all in one unit: $0.001, $10, $10,000. */
export function showTicks(
  { currency, locale }: Words,
  { kind, ticks }: { readonly kind: 'linear' | 'log'; readonly ticks: readonly number[] },
): readonly string[] {
  return formatTicks(ticks, { isLinear: kind === 'linear' }, currency, locale);
}

/** An instant in the local time zone. */
export function showTime({ locale }: Words, atMs: number): string {
  return new Date(atMs).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}

/** An instant in UTC: "Mar 1, 2027, 8:00 AM UTC"; midnight is the day alone: "Mar 1, 2027". */
export function showInstant(words: Words, atMs: number): string {
  if (words.days === 'iso') return formatInstant(atMs);
  if (atMs % DAY_MS === 0) return showDay(words, dayOf(atMs));
  return new Date(atMs).toLocaleString(words.locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  });
}

/** A day in the reader's form. @param day YYYY-MM-DD, from the price table. */
export function showDay({ locale, days }: Words, day: string): string {
  const atMs = Date.parse(day);
  if (days === 'iso' || Number.isNaN(atMs)) return visibleText(day);
  return formats.formatDay(atMs, locale);
}

/** ["1 USD = 0.93 EUR (Nov 1, 2026)"], shown beside converted amounts; empty for amounts in US dollars. */
export function showConversion(words: Words): readonly string[] {
  const { currency, locale } = words;
  if (!currency) return [];
  const rate = currency.rate.toLocaleString(locale, { maximumFractionDigits: PRICE_DECIMALS });
  return [inBrackets(words, `1 USD = ${rate} ${currency.code}`, showDay(words, currency.asOf))];
}
