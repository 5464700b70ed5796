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

/** The day on which a price was looked at or, if that is unknown, published, YYYY-MM-DD; empty if neither is known. */
export function knownDay({ checked, published = '' }: Source): string {
  return checked === '' ? published : checked;
}
