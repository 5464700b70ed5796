import { knownDay } from '../staleness';
import type { Model, Period, Source } from '../table/priceTable';

/** Whether a model can be bought at a time, in milliseconds since 1970, as far as is known. */
export function isSold(model: Model, atMs: number): boolean {
  return hasPriceAt(model, atMs) && !isUnlisted(model, atMs);
}

/** Whether a time is within the periods of a model. */
export function hasPriceAt({ periods }: Model, atMs: number): boolean {
  return periods[0].fromMs <= atMs && atMs < lastOf(periods).toMs;
}

/** The times at which `isSold`, or the price, may change: milliseconds since 1970. */
export function changesOf({ periods, unlistedIn }: Model): readonly number[] {
  const bounds = periods.flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  return unlistedIn ? [...bounds, listedUntilMs(unlistedIn)] : bounds;
}

/** Whether the newest list of its provider lacks a model, at a time after that list. */
export function isUnlisted({ unlistedIn }: Model, atMs: number): boolean {
  return unlistedIn !== undefined && atMs >= listedUntilMs(unlistedIn);
}

function listedUntilMs(list: Source): number {
  return Date.parse(knownDay(list));
}

/** The period that applies at a time; before and after all of them, the nearest one. */
export function periodAt({ periods }: Model, atMs: number): Period {
  return periods.findLast(({ fromMs }) => fromMs <= atMs) ?? periods[0];
}

function lastOf(periods: Model['periods']): Period {
  return periods.at(-1) ?? periods[0];
}
