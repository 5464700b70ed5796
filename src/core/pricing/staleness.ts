import { isWhollyOwn } from './own/rates';
import type { Source } from './table/priceTable';

const DAY_MS = 86_400_000;

/** The default of `apiSpend.pricing.staleAfterDays`. */
export const DEFAULT_STALE_AFTER_DAYS = 120;

/**
 * Whether a price was checked more than `staleAfterDays` days ago; if that day is unknown, whether its package was
 * published longer ago. A price with only the user's own rates is never stale.
 *
 * Worked example: checked on 2026-09-23, 120 days: fresh until the end of 2027-01-21 (UTC), stale from
 * 2027-01-22 on.
 */
export function isStale(
  source: Source,
  atMs: number,
  staleAfterDays = DEFAULT_STALE_AFTER_DAYS,
): boolean {
  if (isWhollyOwn(source)) return false;
  return Math.floor((atMs - Date.parse(knownDay(source))) / DAY_MS) > staleAfterDays;
}

/** A price was hardly another one so few days before it was seen. */
const NEAR_DAYS = 100;

/**
 * Whether a time lies so long before a price was seen that the price may not have applied yet: its first day is not
 * known. The user's own prices apply at every time.
 */
export function mayNotHaveBegun(
  { fromMs, source }: { readonly fromMs: number; readonly source: Source },
  atMs: number,
): boolean {
  if (Number.isFinite(fromMs) || isWhollyOwn(source)) return false;
  return Date.parse(knownDay(source)) - atMs > NEAR_DAYS * DAY_MS;
}

/** The day on which a price was looked at or, if that is unknown, published, YYYY-MM-DD; empty if neither is known. */
export function knownDay({ checked, published = '' }: Source): string {
  return checked === '' ? published : checked;
}
