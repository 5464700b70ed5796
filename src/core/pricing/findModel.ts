import type { Model, PriceTable } from './priceTable';

/** What a model's name leads to: one model, none, or several that share a bare name. */
export type ModelSearch =
  | { readonly kind: 'found'; readonly model: Model }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Model[] };

/** Finds a model by its id `provider/model`, or by its bare name or alias where only one provider has it. */
export function findModel(table: PriceTable, name: string): ModelSearch {
  const wanted = name.trim();
  const exact = table.models.find((model) => namesOf(model).includes(wanted));
  if (exact) return { kind: 'found', model: exact };
  const candidates = table.models.filter(
    (model) => model.model === wanted || model.aliases.includes(wanted),
  );
  const [only] = candidates;
  if (!only) return { kind: 'unknown' };
  return candidates.length === 1
    ? { kind: 'found', model: only }
    : { kind: 'ambiguous', candidates };
}

function namesOf(model: Model): readonly string[] {
  return [model.id, ...model.aliases.map((alias) => `${model.provider}/${alias}`)];
}
