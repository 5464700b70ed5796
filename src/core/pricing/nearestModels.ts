import { distance } from 'fastest-levenshtein';
import type { Model } from './table/priceTable';

/** The `limit` models with the smallest edit distance to an unknown name, nearest first. */
export function nearestModels(
  models: readonly Model[],
  name: string,
  limit: number,
): readonly Model[] {
  const wanted = plain(name);
  return models
    .map((model) => ({ model, distance: distanceTo(model, wanted) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ model }) => model);
}

/** The smallest edit distance over all names of a model, with and without its provider. */
function distanceTo({ id, model, name, aliases }: Model, wanted: string): number {
  return Math.min(...[id, model, name, ...aliases].map((each) => distance(plain(each), wanted)));
}

/** Without case and the marks between words, the most frequent mistakes. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d/]+/g, '');
}
