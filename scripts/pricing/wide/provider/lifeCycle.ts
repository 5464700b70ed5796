import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type { ModelRow } from '../../../../src/core/pricing/table/schema';
import type { PriceSource } from '../../sources/row';
import type { Reading } from '../entries';
import { DATE } from '../fold';
import { inModelOrder } from '../rowOrder';

/** What tells whether a provider still sells a model. */
export interface Lists {
  /** Of a host or gateway. */
  readonly hostName: string | undefined;
  /** Whether it hosts the model of an id beside its own models. */
  readonly isHosted: (id: string) => boolean;
  /** The newest list of what it sells that would have the model of an id. */
  readonly listOf: (id: string) => PriceSource | undefined;
}

/** A host sets days of its own, and its newest list knows better than an older one. Vendors' models stay in lists for long. */
export function isContradicted({ row, source }: Reading, newest: Reading, at: Lists): boolean {
  const isHost = at.hostName !== undefined || at.isHosted(row.id);
  const isNewestList = newest.source === at.listOf(row.id) && newest.source !== source;
  return isHost && isNewestList && (row.ends ?? '') <= newest.source.day;
}

/**
 * The provider's newest list that would have a model, if it lacks it and no source has had the model later. Lists are of
 * models that write.
 */
export function listLacking(
  { source, row }: Reading,
  readings: readonly Reading[],
  { listOf }: Lists,
): PriceSource | undefined {
  const list = row.kind === 'text' ? listOf(row.id) : undefined;
  if (!list || source.day > list.day) return undefined;
  return readings.some((reading) => reading.source === list) ? undefined : list;
}

/** The same of a row that is kept by hand, unless its end is known, its price is from the list or another model answers. */
export function listLackingHand(
  hand: ModelRow,
  readings: readonly Reading[],
  refused: readonly Reading[],
  at: Lists,
): PriceSource | undefined {
  const [newest] = readings;
  const last = hand.periods.at(-1);
  if (!newest || hand.endSource !== undefined || last?.to !== null || last.servedBy)
    return undefined;
  const list = listLacking(newest, [...readings, ...refused], at);
  return last.source === list?.id ? undefined : list;
}

/** Gives an id that its newest list lacks, and of which nothing tells the end, that of its last dated version. */
export function withVersionsEnds(models: readonly ModelRow[]): readonly ModelRow[] {
  return models.map((model) => {
    const [last, end] = [model.periods.at(-1), lastVersionsEnd(model, models)];
    if (!last || !end || model.unlistedIn === undefined || model.endSource !== undefined)
      return model;
    return inModelOrder({
      ...model,
      unlistedIn: undefined,
      endSource: end.source,
      periods: [...model.periods.slice(0, -1), { ...last, to: end.day }],
    });
  });
}

function lastVersionsEnd(
  { id }: ModelRow,
  models: readonly ModelRow[],
): { readonly source: string; readonly day: string } | undefined {
  const versions = models.filter((other) => other.id !== id && other.id.replace(DATE, '') === id);
  const ends = versions.map(({ endSource: source, periods }) => ({
    source,
    day: periods.at(-1)?.to,
  }));
  const known = ends.flatMap(({ source, day }) => (source && day ? [{ source, day }] : []));
  if (known.length < versions.length) return undefined;
  return known.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1);
}

export function endedBy(periods: readonly PeriodRow[], day: string | null): PeriodRow[] {
  return periods.map((period, index) =>
    index === periods.length - 1 ? { ...period, to: day } : period,
  );
}
