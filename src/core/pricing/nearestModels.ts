import type { Model } from './table/priceTable';

/**
 * The models whose names are most like a name that leads to none, best first: the first of them is what
 * the person or program most likely meant.
 */
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

/** Of all names that a model has, with and without its provider, the nearest counts. */
function distanceTo({ id, model, name, aliases }: Model, wanted: string): number {
  return Math.min(
    ...[id, model, name, ...aliases].map((each) => editDistance(plain(each), wanted)),
  );
}

/** Case and signs between words are what people get wrong first. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d/]+/g, '');
}

/** Letters to insert, delete or replace to make one text the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
