import { distance } from 'fastest-levenshtein';
import type { Model, PriceTable } from '../table/priceTable';
import type { Unresolved } from './resolution';

const MAX_NEAREST = 5;

/** A name is plausible if this share of its characters, or fewer, has to be changed. */
const MAX_CHANGED_SHARE = 0.5;

/** The models that a message on a name should suggest: its candidates, or the nearest to an unknown one. */
export function suggestedIds(
  table: PriceTable,
  name: string,
  resolution: Unresolved,
): readonly string[] {
  switch (resolution.kind) {
    case 'ambiguous':
      return resolution.candidates.map(({ id }) => id);
    case 'unknown':
      return nearestModels(table, name).map(({ id }) => id);
    case 'notByTokens':
    case 'local':
      return [];
  }
}

/** The plausible models with the smallest edit distances to an unknown name, nearest first. */
function nearestModels(table: PriceTable, name: string): readonly Model[] {
  const wanted = plain(name);
  const leaf = wanted.slice(wanted.lastIndexOf('/') + 1);
  const most = Math.floor(Math.max(wanted.length, leaf.length) * MAX_CHANGED_SHARE);
  return plainNames(table)
    .map(({ model, names }) => ({ model, distance: nearest(names, wanted, most) }))
    .filter((each) => each.distance <= most)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MAX_NEAREST)
    .map(({ model }) => model);
}

function nearest(names: readonly string[], wanted: string, most: number): number {
  let least = Infinity;
  for (const name of names) {
    // The distance is at least the difference of the lengths.
    if (Math.abs(name.length - wanted.length) > Math.min(most, least)) continue;
    least = Math.min(least, distance(name, wanted));
  }
  return least;
}

interface PlainNames {
  readonly model: Model;
  /** With and without the provider. */
  readonly names: readonly string[];
}

const known = new WeakMap<PriceTable, readonly PlainNames[]>();

function plainNames(table: PriceTable): readonly PlainNames[] {
  const names = known.get(table) ?? table.models.map(namesOf);
  known.set(table, names);
  return names;
}

function namesOf(model: Model): PlainNames {
  const { id, model: ownName, name, aliases } = model;
  return { model, names: [...new Set([id, ownName, name, ...aliases].map(plain))] };
}

/** Drops what is mistaken most often: case, and the marks between words. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z\d/]+/g, '');
}
