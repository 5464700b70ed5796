import type { Model, PriceTable } from './table/priceTable';

/** The result of a search by name. `ambiguous`: several models share the name. */
export type ModelSearch =
  | { readonly kind: 'found'; readonly model: Model }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Model[] };

/**
 * Finds a model by its id `provider/model`, or by a name or alias that only one provider uses.
 *
 * An id wins over an equal alias, because a user's own model may have the name of a bundled alias. A moving alias,
 * such as deepseek-reasoner, has named several models over time and is ambiguous: its price depends on the day.
 */
export function findModel(table: PriceTable, name: string): ModelSearch {
  const wanted = name.trim();
  const ids = new Set(table.models.map(({ id }) => id));
  const exact =
    table.models.find(({ id }) => id === wanted) ??
    table.models.find((model) => aliasIds(model).includes(wanted));
  if (exact) return { kind: 'found', model: exact };
  const candidates = table.models.filter(
    ({ model, provider, aliases }) =>
      model === wanted || (aliases.includes(wanted) && !ids.has(`${provider}/${wanted}`)),
  );
  const [only] = candidates;
  if (!only) return findMovingAlias(table, wanted);
  return candidates.length === 1
    ? { kind: 'found', model: only }
    : { kind: 'ambiguous', candidates };
}

function aliasIds({ provider, aliases }: Model): readonly string[] {
  return aliases.map((alias) => `${provider}/${alias}`);
}

function findMovingAlias({ models, movingAliases }: PriceTable, wanted: string): ModelSearch {
  const ids = (movingAliases ?? [])
    .filter(({ id, name }) => id === wanted || name === wanted)
    .flatMap(({ meanings }) => meanings.flatMap(({ modelIds }) => modelIds));
  if (ids.length === 0) return { kind: 'unknown' };
  return { kind: 'ambiguous', candidates: models.filter(({ id }) => ids.includes(id)) };
}

/** The ids of the models with these names. Unknown and ambiguous names are left out. */
export function idsOf(table: PriceTable, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const search = findModel(table, name);
    return search.kind === 'found' ? [search.model.id] : [];
  });
}
