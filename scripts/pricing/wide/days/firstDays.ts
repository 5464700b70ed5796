import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';
import { keyOf } from '../entries';
import { DATE } from '../fold';
import { plainName } from '../weights';

/** `released.json`: days on which makers released their models, by the maker's name of the model. */
export interface Released {
  readonly models: Readonly<Record<string, string>>;
  /** Found for one model, with the source. */
  readonly byHand: Readonly<Record<string, { readonly day: string; readonly source: string }>>;
}

/** The day of release that a source states for an id of a provider, YYYY-MM-DD or YYYY-MM. */
export type StatedDay = (provider: string, id: string) => string | undefined;

/**
 * Gives the first period of a model its first day where something tells it: the day in its id, or the earliest day of
 * release that a source states. A host's copy begins with the model of the maker, or with a later day in its id.
 */
export function withFirstDays(
  providers: readonly ProviderRow[],
  released: Released,
  stated: StatedDay,
): ProviderRow[] {
  const days = releaseDays(released);
  const byHand = new Map(
    Object.entries(released.byHand).map(([name, { day }]) => [keyOf(plainName(name)), day]),
  );
  const makers = new Map<string, string>();
  const isMakers = ({ kind }: ProviderRow, model: ModelRow): boolean =>
    kind === undefined && model.hosted !== true;
  const own = providers.map((provider) =>
    withModels(provider, (model) => {
      if (!isMakers(provider, model)) return model;
      const row = beginning(model, [
        dayIn(model.id) ?? byHand.get(keyOf(plainName(model.id))) ?? versionDay(model, days),
        ...namesOf(model)
          .flatMap((name) => days.get(name) ?? [])
          .concat(stated(provider.id, model.id) ?? [])
          .map((day) => versionMonth(model.id, day) ?? notAfterMonth(day, monthIn(model.id)))
          .toSorted(),
        monthIn(model.id),
      ]);
      const [{ from } = { from: null }] = row.periods;
      if (from !== null) for (const name of namesOf(row)) makers.set(name, from);
      return row;
    }),
  );
  return own.map((provider) =>
    withModels(provider, (model) => {
      if (isMakers(provider, model)) return model;
      const ofMaker =
        earliest(ownNames(model).flatMap((name) => makers.get(name) ?? [])) ??
        earliest(namesOf(model).flatMap((name) => makers.get(name) ?? days.get(name) ?? [])) ??
        stated(provider.id, model.id);
      const inId = dayIn(model.id) ?? versionMonth(model.id, ofMaker);
      return beginning(model, [inId !== undefined && inId > (ofMaker ?? '') ? inId : ofMaker]);
    }),
  );
}

function withModels(provider: ProviderRow, change: (model: ModelRow) => ModelRow): ProviderRow {
  return { ...provider, models: provider.models.map(change) };
}

function releaseDays({ models, byHand }: Released): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const [name, day] of Object.entries(models)) {
    const key = keyOf(plainName(name));
    const known = days.get(key);
    if (known === undefined || day < known) days.set(key, day);
  }
  for (const [name, { day }] of Object.entries(byHand)) days.set(keyOf(plainName(name)), day);
  return days;
}

/** The names under which the maker's model is found: of a dated id also the undated one, which came first. */
function namesOf({ id, aliases = [], weights }: ModelRow): readonly string[] {
  const names = [id, ...aliases].flatMap((name) => [name, name.replace(DATE, '')]).map(plainName);
  return [...new Set([...names, ...(weights === undefined ? [] : [weights])].map(keyOf))];
}

/** Those of the model itself: an alias of a host may name one version of several. */
function ownNames(model: ModelRow): readonly string[] {
  return namesOf({ ...model, aliases: [] });
}

function earliest(days: readonly string[]): string | undefined {
  return days.toSorted()[0];
}

/** The day in an id: 2024-08-06 of gpt-4o-2024-08-06, 2025-09-29 of claude-sonnet-4-5@20250929. */
function dayIn(id: string): string | undefined {
  const digits = DATE.exec(id)?.[1]?.replaceAll('-', '');
  return digits?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

/** The month in an id: 2025-10 of gemini-2.5-computer-use-preview-10-2025. */
function monthIn(id: string): string | undefined {
  const [, month, year] = /-(0[1-9]|1[0-2])-(20\d{2})$/.exec(id) ?? [];
  return month !== undefined && year !== undefined ? `${year}-${month}` : undefined;
}

/**
 * The month of a version in an id, 2025-07 of qwen3-235b-a22b-instruct-2507, where a stated day is so long before that it
 * is that of another version. A version may be out some days before its month: codestral-2508 was on 2025-07-30.
 */
function versionMonth(id: string, stated: string | undefined): string | undefined {
  const [, year, month] = /[-.](2[3-9])(0[1-9]|1[0-2])(?![\d.])/.exec(id) ?? [];
  if (year === undefined || month === undefined || stated === undefined) return undefined;
  const first = `20${year}-${month}-01`;
  return Date.parse(first) - Date.parse(stated) > MOST_DAYS_BEFORE * 86_400_000 ? first : undefined;
}

const MOST_DAYS_BEFORE = 31;

/** A stated day after the month in the id, which is that of an import, gives way to the month. */
function notAfterMonth(day: string, month: string | undefined): string {
  return month !== undefined && day.slice(0, 7) > month ? month : day;
}

/** `codestral-2501` of codestral, `gpt-3.5-turbo-0125` of gpt-3.5-turbo. */
const VERSION = /^-(?:\d{4}|20\d{2}-?\d{2}-?\d{2})$/;

/**
 * The release of the first version among the names of a model: its price is that of the version, and its undated id may
 * have named an older one before.
 */
function versionDay(
  { id, aliases = [] }: ModelRow,
  days: ReadonlyMap<string, string>,
): string | undefined {
  const versions = aliases.filter(
    (name) => name.startsWith(id) && VERSION.test(name.slice(id.length)),
  );
  return versions
    .flatMap((name) => dayIn(name) ?? days.get(keyOf(plainName(name))) ?? [])
    .toSorted()[0];
}

/** A model from the first of the days that can be its first one. */
function beginning(model: ModelRow, candidates: readonly (string | undefined)[]): ModelRow {
  const [first, ...rest] = model.periods;
  if (first?.from !== null) return model;
  const from = candidates
    .map((day) => (day?.length === 7 ? `${day}-01` : day))
    .find((day) => day !== undefined && !Number.isNaN(Date.parse(day)) && !isAfter(day, first.to));
  return from === undefined ? model : { ...model, periods: [{ ...first, from }, ...rest] };
}

function isAfter(day: string, end: string | null): boolean {
  return end !== null && end <= day;
}
