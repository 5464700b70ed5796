import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import type { Rates } from '../../../src/core/pricing/table/rateSchema';

/** The rates that are compared between sources. */
const COMPARED = ['input', 'cachedInput', 'output'] as const;

/**
 * Whether two sources state the same price: equal rates for input and output, and for cached input where both state
 * one. A source that rounds by 2 % or less agrees with one that does not.
 */
export function sameRates(a: Rates, b: Rates): boolean {
  return COMPARED.every((name) => {
    const [first, second] = [a[name], b[name]];
    if (first === undefined || second === undefined)
      return name === 'cachedInput' || first === second;
    return sameRate(first, second);
  });
}

/** As `sameRates` for any card of a period: some sources have only a vendor's peak hours. */
export function hasRates(
  period: Pick<PeriodRow, 'usdPerMillionTokens' | 'windows'>,
  rates: Rates,
): boolean {
  return [period, ...(period.windows ?? [])].some(({ usdPerMillionTokens }) =>
    sameRates(usdPerMillionTokens, rates),
  );
}

/** The period of a day; of a day after all of them, the last one. */
export function atDay<T extends Pick<PeriodRow, 'from'>>(periods: readonly T[], day: string): T {
  const found =
    periods.findLast(({ from }) => from === null || from.slice(0, 10) <= day) ?? periods[0];
  if (!found) throw new Error('no period');
  return found;
}

/** A rounding that changes a rate by more is a price of its own. */
const ROUNDING = 0.02;

function sameRate(a: number, b: number): boolean {
  if (a === b) return true;
  const decimals = Math.min(decimalsOf(a), decimalsOf(b));
  const isRounded = a.toFixed(decimals) === b.toFixed(decimals);
  return isRounded && decimals > 1 && Math.abs(a - b) <= ROUNDING * Math.max(a, b);
}

function decimalsOf(rate: number): number {
  return String(rate).split('.')[1]?.length ?? 0;
}

/** The rates of a source that another one states too, for the user to compare. */
export function comparedRates(theirs: Rates, ours: Rates): Rates {
  const shared = COMPARED.filter((name) => theirs[name] !== undefined && ours[name] !== undefined);
  return Object.fromEntries(shared.map((name) => [name, theirs[name]]));
}
