import { TABLE_PARTS, type ModelRow } from '../../../src/core/pricing/table/schema';

const FIELDS = Object.keys(TABLE_PARTS.model.entries) as readonly (keyof ModelRow)[];

/** A row with its fields in the order of the format, without those that are undefined. */
export function inModelOrder(row: {
  readonly [K in keyof ModelRow]: ModelRow[K] | undefined;
}): ModelRow {
  const known = FIELDS.filter((field) => row[field] !== undefined);
  return Object.fromEntries(known.map((field) => [field, row[field]])) as ModelRow;
}
