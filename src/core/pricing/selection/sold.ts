import { knownDay } from '../staleness';
import type { Model, Period } from '../table/priceTable';

/** Whether a model can be bought at a time, in milliseconds since 1970, as far as is known. */
export function isSold(model: Model, atMs: number): boolean {
  const { periods } = model;
  return periods[0].fromMs <= atMs && atMs < lastOf(periods).toMs && !isUnlisted(model, atMs);
}

/** Whether the newest list of its provider lacks a model, at a time after that list. */
export function isUnlisted({ unlistedIn }: Model, atMs: number): boolean {
  return unlistedIn !== undefined && atMs >= Date.parse(knownDay(unlistedIn));
}

/** The period that applies at a time; before and after all of them, the nearest one. */
export function periodAt({ periods }: Model, atMs: number): Period {
  return periods.findLast(({ fromMs }) => fromMs <= atMs) ?? periods[0];
}

function lastOf(periods: Model['periods']): Period {
  return periods.at(-1) ?? periods[0];
}
