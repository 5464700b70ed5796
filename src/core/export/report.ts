import { estimateEach, type Estimate } from '../estimate/estimate';
import { rankEstimates, type RankedEstimate } from '../estimate/ranking';
import type { Scenario } from '../scenario/scenario';

/** The content of every export. Equal reports give equal bytes, on every machine and in every language. */
export interface ExportReport {
  /** Version of API Spend. */
  readonly version: string;
  /** Time of the call, milliseconds since 1970. */
  readonly atMs: number;
  readonly scenario: Scenario;
  /** Names of the texts, in the order of each estimate's counts. */
  readonly paths: readonly string[];
  /** One for each model. */
  readonly rows: readonly Estimate[];
  /** Models that the price table has beside these rows; undefined: not known. */
  readonly moreModels?: number | undefined;
  /** Prices checked more than this many days ago are marked as old; undefined: the default. */
  readonly staleAfterDays?: number | undefined;
}

/** One text with the estimates of all models, in the order of `compareEstimates`. */
export interface EstimatedText {
  readonly path: string;
  readonly estimates: readonly RankedEstimate[];
}

export function estimatesByText({ paths, rows }: ExportReport): readonly EstimatedText[] {
  const ofRows = rows.map(estimateEach);
  return paths.map((path, index) => ({
    path,
    estimates: rankEstimates(ofRows.flatMap((estimates) => estimates[index] ?? [])),
  }));
}

/** Models whose prices were read on one page and checked on one day. */
export interface PriceSource {
  readonly url: string;
  readonly checked: string;
  readonly ids: readonly string[];
}

/** The sources of the prices; the user's own prices have none. */
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

/** Undefined if no price has a day. */
export function checkedDays(rows: readonly Estimate[]): CheckedDays | undefined {
  const days = rows
    .flatMap(({ price }) => (price.kind === 'priced' ? [price.applied.period.source.checked] : []))
    .filter((day) => day !== '')
    .toSorted();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}
