import { estimateEach, type Estimate } from '../estimate/estimate';
import { rankEstimates, type RankedEstimate } from '../estimate/ranking';
import type { Scenario } from '../scenario/scenario';

/** The contents of every export. The same report gives the same bytes, on every machine and in every language. */
export interface ExportReport {
  /** Version of API Spend. */
  readonly version: string;
  /** The time of the call, milliseconds since 1970. */
  readonly atMs: number;
  readonly scenario: Scenario;
  /** Names of the texts, in the order of each estimate's counts. */
  readonly paths: readonly string[];
  /** One for each model. */
  readonly rows: readonly Estimate[];
  /** Prices that were checked longer ago are marked as old; undefined: after the default number of days. */
  readonly staleAfterDays?: number | undefined;
}

/** One text with the estimates of all models, in order. */
export interface EstimatedText {
  readonly path: string;
  readonly estimates: readonly RankedEstimate[];
}

/** The report text by text. */
export function estimatesByText({ paths, rows }: ExportReport): readonly EstimatedText[] {
  const ofRows = rows.map(estimateEach);
  return paths.map((path, index) => ({
    path,
    estimates: rankEstimates(ofRows.flatMap((estimates) => estimates[index] ?? [])),
  }));
}

/** Models whose prices are from one page, checked on one day. */
export interface PriceSource {
  readonly url: string;
  readonly checked: string;
  readonly ids: readonly string[];
}

/** Where the prices are from; the user's own prices have no source. */
export function priceSources(rows: readonly Estimate[]): readonly PriceSource[] {
  const sources = new Map<string, PriceSource>();
  for (const { model, price } of rows) {
    if (price.kind === 'unpriced') continue;
    const { url, checked } = price.applied.period.source;
    if (url === '') continue;
    const key = `${checked} ${url}`;
    const { ids } = sources.get(key) ?? { ids: [] };
    sources.set(key, { url, checked, ids: [...ids, model.id] });
  }
  return [...sources.values()];
}

/** First and last day on which the prices in a report were checked. */
export interface CheckedDays {
  readonly first: string;
  readonly last: string;
}

/** The days on which the prices were checked; undefined where no price has a day. */
export function checkedDays(rows: readonly Estimate[]): CheckedDays | undefined {
  const days = rows
    .flatMap(({ price }) => (price.kind === 'priced' ? [price.applied.period.source.checked] : []))
    .filter((day) => day !== '')
    .toSorted();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}
