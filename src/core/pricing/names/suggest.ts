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
      return nearestIds(table, name);
    case 'notByTokens':
    case 'local':
    case 'free':
      return [];
  }
}

interface Near {
  readonly id: string;
  readonly distance: number;
}

/** The plausible models with the smallest edit distances to an unknown name, nearest first. */
function nearestIds(table: PriceTable, name: string): readonly string[] {
  const wanted = plainName(name);
  const most = Math.floor(wanted.text.length * MAX_CHANGED_SHARE);
  const nearest: Near[] = [];
  for (const { id, names } of plainModels(table)) {
    // Only what is nearer than the fifth so far counts, so that most names need no edit distance.
    const bound = nearest.length < MAX_NEAREST ? most : (nearest.at(-1)?.distance ?? most) - 1;
    const found = distanceWithin(names, wanted, bound);
    if (found === undefined) continue;
    const at = nearest.findIndex((each) => each.distance > found);
    nearest.splice(at === -1 ? nearest.length : at, 0, { id, distance: found });
    nearest.splice(MAX_NEAREST);
  }
  return nearest.map(({ id }) => id);
}

/** The smallest edit distance to any of the names; undefined above the bound. */
function distanceWithin(
  names: readonly PlainName[],
  wanted: PlainName,
  bound: number,
): number | undefined {
  let least: number | undefined;
  for (const name of names) {
    const highest = least === undefined ? bound : least - 1;
    if (leastDistance(name, wanted) > highest) continue;
    const found = distance(name.text, wanted.text);
    if (found <= highest) least = found;
  }
  return least;
}

interface PlainName {
  readonly text: string;
  /** One bit for each character that occurs; characters may share a bit. */
  readonly characters: number;
}

/** A lower bound of the edit distance: each edit changes the length by one, and adds and removes one character. */
function leastDistance(a: PlainName, b: PlainName): number {
  return Math.max(
    Math.abs(a.text.length - b.text.length),
    countBits(a.characters & ~b.characters),
    countBits(b.characters & ~a.characters),
  );
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

interface PlainModel {
  readonly id: string;
  /** With and without the provider. */
  readonly names: readonly PlainName[];
}

const known = new WeakMap<PriceTable, readonly PlainModel[]>();

function plainModels(table: PriceTable): readonly PlainModel[] {
  const models = known.get(table) ?? table.models.map(plainModel);
  known.set(table, models);
  return models;
}

function plainModel({ id, model, name, aliases }: Model): PlainModel {
  const names = new Map(
    [id, model, name].concat(aliases).map((each) => {
      const plain = plainName(each);
      return [plain.text, plain];
    }),
  );
  return { id, names: [...names.values()] };
}

/** Drops what is mistaken most often: case, and the marks between words. */
function plainName(name: string): PlainName {
  const text = name.toLowerCase().replaceAll(/[^a-z\d/]+/g, '');
  let characters = 0;
  for (let index = 0; index < text.length; index++) {
    characters |= 1 << (text.charCodeAt(index) % 32);
  }
  return { text, characters };
}
