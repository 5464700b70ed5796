import { isWhollyOwn } from './own/rates';
import type { Period, Source } from './table/priceTable';

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
export const NEAR_DAYS = 100;

type Beginning = Pick<Period, 'fromMs' | 'seen' | 'source'>;

/**
 * Whether a time lies so long before a price was first seen that another one may have applied: earlier prices are not
 * known. The user's own prices apply at every time.
 *
 * Worked example: a model that was released on 2024-02-15, and whose price was first seen on 2025-06-22: its price at
 * 2025-03-13 may have been another one, that at 2025-03-14 hardly. Where the first day is noted though it is near the
 * release, another price was seen before it.
 */
export function mayNotHaveBegun(period: Beginning, atMs: number): boolean {
  if (isBeginningKnown(period)) return false;
  const seenMs = Date.parse(firstSeen(period));
  const isOtherKnown = seenMs - period.fromMs <= NEAR_DAYS * DAY_MS;
  return seenMs - atMs > (isOtherKnown ? 0 : NEAR_DAYS * DAY_MS);
}

/** Whether no other price came before, as far as the model was sold, or that one is known. */
export function isBeginningKnown({ fromMs, seen, source }: Beginning): boolean {
  return isWhollyOwn(source) || (seen === undefined && Number.isFinite(fromMs));
}

/** The first day on which a price was seen, YYYY-MM-DD. */
export function firstSeen({ seen, source }: Pick<Beginning, 'seen' | 'source'>): string {
  return seen ?? knownDay(source);
}

/** The day on which a price was looked at or, if that is unknown, published, YYYY-MM-DD; empty if neither is known. */
export function knownDay({ checked, published = '' }: Source): string {
  return checked === '' ? published : checked;
}
