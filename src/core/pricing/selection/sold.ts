import type { Model, Period } from '../table/priceTable';

/** Whether a model can be bought at a time, in milliseconds since 1970. */
export function isSold({ periods }: Model, atMs: number): boolean {
  return periods[0].fromMs <= atMs && atMs < lastOf(periods).toMs;
}

/** The period that applies at a time; before and after all of them, the nearest one. */
export function periodAt({ periods }: Model, atMs: number): Period {
  return periods.findLast(({ fromMs }) => fromMs <= atMs) ?? periods[0];
}

function lastOf(periods: Model['periods']): Period {
  return periods.at(-1) ?? periods[0];
}
