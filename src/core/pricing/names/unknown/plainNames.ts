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
    if (Math.abs(name.text.length - wanted.text.length) > highest) continue;
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
  return { key, text: key.replaceAll('-', '') };
}
