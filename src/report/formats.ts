import * as core from '../core/figures/formats';
import { describeCurrency, type Currency } from '../core/figures/currency';
import { visibleText } from '../core/figures/visibleText';
import type { ReportRow } from '../core/estimate/row';
import type { PricePerCall } from '../core/estimate/projection';
import type { Money } from '../core/pricing/money';
import { estimateMark, type TokenCount } from '../core/tokens/tokenCount';

/** Numbers and dates as the editor's language writes them; set once, before the first report is drawn. */
let locale = 'en';

/** A language that the browser does not know is shown as English rather than not at all. */
export function useLocale(tag: string): void {
  locale = Intl.NumberFormat.supportedLocalesOf([safeTag(tag)])[0] ?? 'en';
}

/** Undefined: amounts are shown in US dollars. */
let currency: Currency | undefined;

/** The currency that amounts are shown in from now on; rates and exports stay in US dollars. */
export function useCurrency(wanted: Currency | undefined): void {
  currency = wanted;
}

/** "1 USD = 0.93 EUR (2026-11-01)", where amounts are converted. */
export function showConversion(): string | undefined {
  return currency && describeCurrency(currency, locale);
}

function safeTag(tag: string): string {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : 'en';
}

/** An amount in the user's currency. */
export function showMoney(amount: Money): string {
  return core.formatMoney(amount, currency, locale);
}

export function showRate(usdPerMillionTokens: number): string {
  return core.formatRate(usdPerMillionTokens, locale);
}

export function showNumber(value: number): string {
  return core.formatTokens(value, locale);
}

/** A multiple: 27.3, or 0.0024 where one decimal would say nothing. */
export function showTimes(times: number): string {
  return times === 0 || times >= 0.95
    ? core.formatTimes(times, locale)
    : core.numberFormat(locale, { maximumSignificantDigits: 2 }).format(times);
}

/** What a row costs, marked; undefined without a price. */
export function showCost({ count, price }: ReportRow): string | undefined {
  return price.kind === 'priced' ? estimateMark(count) + showMoney(price.total) : undefined;
}

/** What each later call of a day costs, where the first writes to the cache; marked. */
export function showLater(count: TokenCount, later: PricePerCall): string {
  return estimateMark(count) + showMoney(later.expected.total);
}

/** A share such as 12.3%. */
export function showShare(share: number): string {
  return core.formatShare(share, locale);
}

/** 0.12 as 12%. */
export function showPercent(share: number): string {
  return core.numberFormat(locale, { style: 'percent' }).format(share);
}

/** A round amount on an axis: $0.001, $10, $1K. */
export function showTick(usd: number): string {
  const amount = usd * (currency?.rate ?? 1);
  return amount.toLocaleString(locale, {
    style: 'currency',
    currency: currency?.code ?? 'USD',
    currencyDisplay: currency ? 'code' : 'narrowSymbol',
    notation: amount >= 10_000 ? 'compact' : 'standard',
    maximumSignificantDigits: 3,
    minimumFractionDigits: 0,
  });
}

/** A round number on an axis: 500, 2K, 1M. */
export function showTickNumber(value: number): string {
  return value.toLocaleString(locale, { notation: value >= 10_000 ? 'compact' : 'standard' });
}

export function showTime(atMs: number): string {
  return new Date(atMs).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A day of the price table, YYYY-MM-DD, as people write it. */
export function showDay(day: string): string {
  const atMs = Date.parse(day);
  if (Number.isNaN(atMs)) return visibleText(day);
  return new Date(atMs).toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
}
