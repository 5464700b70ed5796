import { distance } from 'fastest-levenshtein';
import type { Model, PriceTable } from '../../table/priceTable';

/** The smallest edit distance to any of the names; undefined above the bound. */
export function distanceWithin(
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

export interface PlainName {
  /** In lower case, with one mark between words. */
  readonly key: string;
  /** The same without marks. */
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

export interface PlainModel {
  readonly model: Model;
  /** With and without the provider. */
  readonly names: readonly PlainName[];
}

const known = new WeakMap<PriceTable, readonly PlainModel[]>();

/** The models of a table with their plain names. */
export function plainModels(table: PriceTable): readonly PlainModel[] {
  const models = known.get(table) ?? table.models.map(plainModel);
  known.set(table, models);
  return models;
}

function plainModel(own: Model): PlainModel {
  const { id, model, name, aliases } = own;
  const names = new Map(
    [id, model, name].concat(aliases).map((each) => {
      const plain = plainName(each);
      return [plain.text, plain];
    }),
  );
  return { model: own, names: [...names.values()] };
}

/** Drops what is mistaken most often: case, and the marks between words. */
export function plainName(name: string): PlainName {
  const key = name.toLowerCase().replaceAll(/[^a-z\d/]+/g, '-');
  const text = key.replaceAll('-', '');
  let characters = 0;
  for (let index = 0; index < text.length; index++) {
    characters |= 1 << (text.charCodeAt(index) % 32);
  }
  return { key, text, characters };
}
