import type { ModelRow, ProviderRow } from '../../../src/core/pricing/table/schema';
import { keyOf } from './entries';
import { DATE } from './fold';
import { plainName } from './weights';

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
  const makers = new Map<string, string>();
  const isMakers = ({ kind }: ProviderRow, model: ModelRow): boolean =>
    kind === undefined && model.hosted !== true;
  const own = providers.map((provider) =>
    withModels(provider, (model) => {
      if (!isMakers(provider, model)) return model;
      const day = firstOf(dayIn(model.id), [
        ...namesOf(model).flatMap((name) => days.get(name) ?? []),
        stated(provider.id, model.id),
      ]);
      const row = beginning(model, day);
      const [{ from } = { from: null }] = row.periods;
      if (from !== null) for (const name of namesOf(row)) makers.set(name, from);
      return row;
    }),
  );
  return own.map((provider) =>
    withModels(provider, (model) => {
      if (isMakers(provider, model)) return model;
      const known = namesOf(model).flatMap((name) => makers.get(name) ?? days.get(name) ?? []);
      const ofMaker = known.toSorted()[0] ?? stated(provider.id, model.id);
      const inId = dayIn(model.id);
      return beginning(model, inId !== undefined && inId > (ofMaker ?? '') ? inId : ofMaker);
    }),
  );
}

function withModels(provider: ProviderRow, change: (model: ModelRow) => ModelRow): ProviderRow {
  return { ...provider, models: provider.models.map(change) };
}

function releaseDays({ models, byHand }: Released): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  const all = Object.entries(models).concat(
    Object.entries(byHand).map(([name, { day }]) => [name, day]),
  );
  for (const [name, day] of all) {
    const key = keyOf(plainName(name));
    const known = days.get(key);
    if (known === undefined || day < known) days.set(key, day);
  }
  return days;
}

/** The names under which the maker's model is found: of a dated id also the undated one, which came first. */
function namesOf({ id, aliases = [], weights }: ModelRow): readonly string[] {
  const names = [id, ...aliases].flatMap((name) => [name, name.replace(DATE, '')]).map(plainName);
  return [...new Set([...names, ...(weights === undefined ? [] : [weights])].map(keyOf))];
}

/** The day in an id: 2024-08-06 of gpt-4o-2024-08-06, 2025-09-29 of claude-sonnet-4-5@20250929. */
function dayIn(id: string): string | undefined {
  const digits = DATE.exec(id)?.[1]?.replaceAll('-', '');
  return digits?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

/** The day in the id, as a snapshot is not sold before; else the earliest of those that are stated. */
function firstOf(
  inId: string | undefined,
  stated: readonly (string | undefined)[],
): string | undefined {
  return inId ?? stated.filter((day) => day !== undefined).toSorted()[0];
}

function beginning(model: ModelRow, day: string | undefined): ModelRow {
  const [first, ...rest] = model.periods;
  if (day === undefined || first?.from !== null) return model;
  const from = day.length === 7 ? `${day}-01` : day;
  if (Number.isNaN(Date.parse(from)) || (first.to !== null && first.to <= from)) return model;
  return { ...model, periods: [{ ...first, from }, ...rest] };
}
