const DAY_MS = 86_400_000;

/** A price that nobody has checked for longer than this many days is marked as old. */
export const STALE_AFTER_DAYS = 90;

/** Whole days since a price was checked; undefined where no day is known. */
export function ageInDays(checkedDay: string, atMs: number): number | undefined {
  const checkedMs = Date.parse(checkedDay);
  return Number.isNaN(checkedMs) ? undefined : Math.max(0, Math.floor((atMs - checkedMs) / DAY_MS));
}

/** Whether a price is so old that its mark has to say so. */
export function isStale(checkedDay: string, atMs: number): boolean {
  return (ageInDays(checkedDay, atMs) ?? 0) > STALE_AFTER_DAYS;
}
