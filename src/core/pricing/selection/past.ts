import { dayOf } from '../instant';
import { isWhollyOwn } from '../own/rates';
import { firstSeen, knownDay, NEAR_DAYS } from '../staleness';
import type { Model, PriceTable } from '../table/priceTable';

const DAY_MS = 86_400_000;

/** Whether a time is so long before the newest source of a table that what is sold now may not have been sold then. */
export function isPast(table: Pick<PriceTable, 'models'>, atMs: number): boolean {
  return atMs < presentFromMs(table);
}

/**
 * Whether nothing tells that a model existed at a time: its first day is unknown, no known day of its prices had come,
 * and no source had seen one.
 *
 * Worked example: a model without a first day whose price was first seen on 2024-03-25 is not known to have been sold
 * before that day.
 */
export function mayNotHaveBeenSold({ periods }: Model, atMs: number): boolean {
  if (periods[0].fromMs !== -Infinity || periods.every(({ source }) => isWhollyOwn(source)))
    return false;
  const day = dayOf(atMs);
  return !periods.some(
    (period) =>
      (Number.isFinite(period.fromMs) && period.fromMs <= atMs) || firstSeen(period) <= day,
  );
}

/** The days from which on a model is known to have existed, or on which the present begins: milliseconds since 1970. */
export function changesInPast({ models }: Pick<PriceTable, 'models'>): readonly number[] {
  const days = models.flatMap(({ periods }) =>
    periods[0].fromMs === -Infinity ? periods.map(firstSeen) : [],
  );
  const seen = [...new Set(days)].map((day) => Date.parse(day)).filter(Number.isFinite);
  return [...seen, presentFromMs({ models })];
}

const known = new WeakMap<readonly Model[], number>();

function presentFromMs({ models }: Pick<PriceTable, 'models'>): number {
  const fromMs = known.get(models) ?? newestDayMs(models) - NEAR_DAYS * DAY_MS;
  known.set(models, fromMs);
  return fromMs;
}

/** -Infinity without a source that has a day. */
function newestDayMs(models: readonly Model[]): number {
  let newest = '';
  for (const { periods } of models) {
    for (const { source } of periods) {
      const day = knownDay(source);
      if (day > newest) newest = day;
    }
  }
  return newest === '' ? -Infinity : Date.parse(newest);
}
