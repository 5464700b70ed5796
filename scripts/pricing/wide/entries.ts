import type { ModelRow } from '../../../src/core/pricing/table/schema';
import type { PriceSource, SourceRow } from '../sources/row';
import { isWithoutRow, otherUnit } from './skipped';

/** What one source says of a model. */
export interface Reading {
  readonly source: PriceSource;
  readonly row: SourceRow;
}

/** A model of one provider, with all that is known of it. */
export interface Entry {
  /** The row of the hand-kept file, which wins. */
  readonly hand: ModelRow | undefined;
  /** Newest source first. */
  readonly readings: Reading[];
}

/**
 * Puts the rows of all sources together, by id or by an alias of the hand-kept row. Other names have no
 * row. Dots and dashes in
 * versions and capitals do not distinguish models.
 */
export function collectEntries(
  handModels: readonly ModelRow[],
  otherNames: readonly string[],
  sources: readonly { readonly source: PriceSource; readonly rows: readonly SourceRow[] }[],
): readonly Entry[] {
  const entries: Entry[] = handModels.map((hand) => ({ hand, readings: [] }));
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    for (const id of [entry.hand?.id ?? '', ...(entry.hand?.aliases ?? [])])
      byKey.set(keyOf(id), entry);
  }
  for (const { source, rows } of sources) {
    for (const row of rows) {
      if (isWithoutRow(row.id) || otherUnit(row.id) !== undefined) continue;
      if (otherNames.includes(row.id)) continue;
      const found = byKey.get(keyOf(row.id));
      const entry = found ?? { hand: undefined, readings: [] };
      if (!found) {
        entries.push(entry);
        byKey.set(keyOf(row.id), entry);
      }
      addReading(entry, { source, row });
    }
  }
  return entries;
}

/** Of several rows of a source for one model, the one with the id of the entry counts. */
function addReading(entry: Entry, reading: Reading): void {
  const own = entry.hand?.id ?? entry.readings[0]?.row.id ?? reading.row.id;
  const index = entry.readings.findIndex(({ source }) => source.id === reading.source.id);
  if (index === -1) entry.readings.push(reading);
  else if (keyOf(reading.row.id) === keyOf(own)) entry.readings[index] = reading;
}

/** Vertex AI has `@default` for the only version of a model, and `@` before a date. */
export function keyOf(id: string): string {
  return id
    .toLowerCase()
    .replace(/@default$/, '')
    .replaceAll(/(?<=.)[.@]/g, '-');
}
