import { dayOf } from '../instant';
import { firstSeen, knownDay, NEAR_DAYS } from '../staleness';
import type { Model, PriceTable } from '../table/priceTable';

const DAY_MS = 86_400_000;

/** Whether a time is so long before the newest source of a table that what is sold now may not have been sold then. */
export function isPast(table: Pick<PriceTable, 'models'>, atMs: number): boolean {
  return atMs < presentFromMs(table);
}

/**
 * Whether nothing tells that a model existed at a time: its first day is unknown, no known day of its prices had come,
 * and no source had seen one. The user's own prices, which have no day, count as seen.
 *
 * Worked example: a model without a first day whose price was first seen on 2024-03-25 is not known to have been sold
 * before that day.
 */
export function mayNotHaveBeenSold({ periods }: Model, atMs: number): boolean {
  if (periods[0].fromMs !== -Infinity) return false;
  const day = dayOf(atMs);
  return periods.every(
    (period, index) => (index === 0 || period.fromMs > atMs) && firstSeen(period) > day,
  );
}

/** The days from which on a model is known to have existed, or on which the present begins: milliseconds since 1970. */
export function changesInPast({ models }: Pick<PriceTable, 'models'>): readonly number[] {
  const undated = models.filter(({ periods }) => periods[0].fromMs === -Infinity);
  const seen = new Set(undated.flatMap(({ periods }) => periods.map(firstSeen)));
  return [presentFromMs({ models }), ...[...seen].map((day) => Date.parse(day))].filter(
    Number.isFinite,
  );
}

/** Not a number without a source that has a day. */
function presentFromMs({ models }: Pick<PriceTable, 'models'>): number {
  const days = models.flatMap(({ periods }) => periods.map(({ source }) => knownDay(source)));
  return Date.parse(days.toSorted().at(-1) ?? '') - NEAR_DAYS * DAY_MS;
}
