import type { Source } from './table/priceTable';

const DAY_MS = 86_400_000;

/** Days after which a price is marked as old, unless the user says otherwise. */
export const DEFAULT_STALE_AFTER_DAYS = 120;

/**
 * Whether a price was checked more than so many days ago; a price that is wholly the user's own never grows old.
 *
 * Worked example: checked on 2026-09-23, 120 days: fresh until the end of 2027-01-21 (UTC), stale from
 * 2027-01-22 on.
 */
export function isStale(
  { origin, checked }: Source,
  atMs: number,
  staleAfterDays = DEFAULT_STALE_AFTER_DAYS,
): boolean {
  if (origin === 'user' && checked === '') return false;
  return Math.floor((atMs - Date.parse(checked)) / DAY_MS) > staleAfterDays;
}
