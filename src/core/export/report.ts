import type { Estimate, Priced, Unpriced } from '../estimate/estimate';
import type { Scenario } from '../scenario/scenario';

/** A file with its estimates, one for each model. */
export interface FileEstimates {
  readonly path: string;
  readonly estimates: readonly Estimate[];
}

/** What every export holds. The same report gives the same bytes, on every machine and in every language. */
export interface ExportReport {
  /** Version of API Spend. */
  readonly version: string;
  /** When it was priced, milliseconds since 1970: also the time of the call. */
  readonly atMs: number;
  readonly scenario: Scenario;
  readonly files: readonly FileEstimates[];
}

/** First and last day on which the prices in a report were checked. */
export interface CheckedDays {
  readonly first: string;
  readonly last: string;
}

/** The days on which the prices were checked; undefined where no price has a day. */
export function checkedDays(prices: readonly (Priced | Unpriced)[]): CheckedDays | undefined {
  const days = prices
    .flatMap((price) => (price.kind === 'priced' ? [price.applied.period.source.checked] : []))
    .filter((day) => day !== '')
    .toSorted();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}
