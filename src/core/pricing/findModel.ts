import type { Model, PriceTable } from './table/priceTable';

/** What a model's name leads to: one model, none, or several that share a bare name. */
export type ModelSearch =
  | { readonly kind: 'found'; readonly model: Model }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Model[] };

/**
 * Finds a model by its id `provider/model`, or by its bare name or alias where only one provider has it.
 *
 * A name that its vendor has pointed at several models in turn, such as deepseek-reasoner, leads to all
 * of them: what it costs depends on the day, so the person must say which model is meant.
 */
export function findModel(table: PriceTable, name: string): ModelSearch {
  const wanted = name.trim();
  const exact = table.models.find((model) => namesOf(model).includes(wanted));
  if (exact) return { kind: 'found', model: exact };
  const candidates = table.models.filter(
    (model) => model.model === wanted || model.aliases.includes(wanted),
  );
  const [only] = candidates;
  if (!only) return findMovingAlias(table, wanted);
  return candidates.length === 1
    ? { kind: 'found', model: only }
    : { kind: 'ambiguous', candidates };
}

function namesOf(model: Model): readonly string[] {
  return [model.id, ...model.aliases.map((alias) => `${model.provider}/${alias}`)];
}

function findMovingAlias({ models, movingAliases }: PriceTable, wanted: string): ModelSearch {
  const ids = (movingAliases ?? [])
    .filter(({ id, name }) => id === wanted || name === wanted)
    .flatMap(({ modelIds }) => modelIds);
  if (ids.length === 0) return { kind: 'unknown' };
  return { kind: 'ambiguous', candidates: models.filter(({ id }) => ids.includes(id)) };
}

/** The ids of the models that a setting names; names that lead to no model are left out. */
export function idsOf(table: PriceTable, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const search = findModel(table, name);
    return search.kind === 'found' ? [search.model.id] : [];
  });
}
