import type { TimeWindow } from '../table/priceTable';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * The first window that contains an instant, if any.
 *
 * Hours are in UTC; weekdays are those of the vendor's calendar, because DeepSeek's peak hours are "Monday to
 * Friday" in Beijing (https://api-docs.deepseek.com/quick_start/pricing).
 *
 * Worked example: peak 01:00-04:00 UTC, weekdays 1 to 5, calendar +08:00. Friday 2026-11-20T03:59:59Z
 * is Friday 11:59 in Beijing and peak; 04:00:00Z is not. Saturday 2026-11-21T01:00Z is not. Nor is Thursday
 * 2026-10-01T02:00Z: it is a Chinese public holiday, which DeepSeek's page excepts.
 */
export function findWindow(windows: readonly TimeWindow[], atMs: number): TimeWindow | undefined {
  return windows.find((window) => isInWindow(window, atMs));
}

/** Whether it is not known yet if an instant is on a holiday, on which the window would not apply. */
export function isPastKnownHolidays(window: TimeWindow, atMs: number): boolean {
  return calendarDay(window, atMs) > (window.holidays?.knownUntilDay ?? Infinity);
}

/** The day of the window's calendar, in days since 1970-01-01. */
function calendarDay({ calendarOffsetMinutes }: TimeWindow, atMs: number): number {
  return Math.floor((Math.floor(atMs / MINUTE_MS) + calendarOffsetMinutes) / DAY_MINUTES);
}

function isInWindow(window: TimeWindow, atMs: number): boolean {
  const minutes = Math.floor(atMs / MINUTE_MS);
  const day = calendarDay(window, atMs);
  if (!window.weekdays.includes(weekdayOf(day))) return false;
  if (window.holidays?.days.includes(day)) return false;
  const minuteOfDay = modulo(minutes, DAY_MINUTES);
  return window.timesUtc.some(({ fromMinute, toMinute }) =>
    fromMinute < toMinute
      ? fromMinute <= minuteOfDay && minuteOfDay < toMinute
      : fromMinute <= minuteOfDay || minuteOfDay < toMinute,
  );
}

/** 1 Monday to 7 Sunday; 1970-01-01 was a Thursday. */
function weekdayOf(daysSince1970: number): number {
  return modulo(daysSince1970 + 3, 7) + 1;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
