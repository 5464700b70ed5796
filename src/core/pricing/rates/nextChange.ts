import { findWindow } from './timeWindow';
import type { Model, Period, TimeWindow } from '../table/priceTable';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Windows repeat each week but for holidays; one more day, because a window may run past midnight. */
const DAYS_AHEAD = 8;

/**
 * The first instant after `atMs` at which a model's rates change: a period or a window begins or ends. Undefined if
 * no change is known.
 *
 * Worked example: deepseek-flash has peak hours 01:00-04:00 and 06:00-10:00 UTC on weekdays. On Monday
 * 2026-11-23 at 02:00Z the next change is at 04:00Z; on Friday 2026-11-20 at 10:00Z it is on Monday at
 * 01:00Z, three days later; on Wednesday 2026-09-30 at 10:00Z it is on Thursday 2026-10-08 at 01:00Z, after the
 * Chinese National Day.
 *
 * @param atMs milliseconds since 1970.
 */
export function nextRateChange({ periods }: Model, atMs: number): number | undefined {
  const bounds = periods.flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  const current = periods.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  const edge = current ? nextWindowEdge(current, atMs) : undefined;
  const next = Math.min(...bounds.filter((ms) => ms > atMs), edge ?? Infinity);
  return Number.isFinite(next) ? next : undefined;
}

function nextWindowEdge({ windows }: Period, atMs: number): number | undefined {
  if (windows.length === 0) return undefined;
  const minutes = windows.flatMap(edgesOf);
  const today = Math.floor(atMs / DAY_MS) * DAY_MS;
  const current = findWindow(windows, atMs);
  const holidays = windows.flatMap((window) => window.holidays?.days ?? []).length;
  for (let day = 0; day <= DAYS_AHEAD + holidays; day++) {
    const edges = minutes.map((minute) => today + day * DAY_MS + minute * MINUTE_MS);
    for (const edge of edges.toSorted((a, b) => a - b)) {
      if (edge > atMs && findWindow(windows, edge) !== current) return edge;
    }
  }
  return undefined;
}

/** Minutes of the day in UTC at which a window can begin or end: its times, and midnight of its calendar. */
function edgesOf({ timesUtc, calendarOffsetMinutes }: TimeWindow): readonly number[] {
  const dayMinutes = DAY_MS / MINUTE_MS;
  const midnight = (dayMinutes - calendarOffsetMinutes) % dayMinutes;
  return [midnight, ...timesUtc.flatMap(({ fromMinute, toMinute }) => [fromMinute, toMinute])];
}
