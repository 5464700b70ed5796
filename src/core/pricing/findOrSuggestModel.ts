import { distance } from 'fastest-levenshtein';
import { findModel } from './findModel';
import type { Model, PriceTable } from './table/priceTable';

/** A model by its name, or the ids that an error message on the name should suggest. */
export type FoundOrSuggested =
  | { readonly kind: 'found'; readonly model: Model }
  | { readonly kind: 'ambiguous' | 'unknown'; readonly suggestedIds: readonly string[] };

const MAX_NEAREST = 5;

/** As `findModel`. Suggests all models that share an ambiguous name, or the five nearest to an unknown one. */
export function findOrSuggestModel(table: PriceTable, name: string): FoundOrSuggested {
  const search = findModel(table, name);
  if (search.kind === 'found') return search;
  const { kind } = search;
  const models = kind === 'ambiguous' ? search.candidates : nearestModels(table.models, name);
  return { kind, suggestedIds: models.map(({ id }) => id) };
}

/** The models with the smallest edit distances to an unknown name, nearest first. */
function nearestModels(models: readonly Model[], name: string): readonly Model[] {
  const wanted = plain(name);
  return models
    .map((model) => ({ model, distance: distanceTo(model, wanted) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MAX_NEAREST)
    .map(({ model }) => model);
}

/** The smallest edit distance to any name of a model, with or without its provider. */
function distanceTo({ id, model, name, aliases }: Model, wanted: string): number {
  return Math.min(...[id, model, name, ...aliases].map((each) => distance(plain(each), wanted)));
}

/** Drops what is mistaken most often: case, and the marks between words. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d/]+/g, '');
}
