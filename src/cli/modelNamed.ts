import type { Found } from '../core/pricing/names/resolution';
import { resolveModel } from '../core/pricing/names/resolveModel';
import { suggestedIds } from '../core/pricing/names/unknown/suggest';
import type { Model, PriceTable } from '../core/pricing/table/priceTable';
import { describeUsageProblem } from '../wording/documents/terminal';
import { describeReading } from '../wording/models/names';
import type { Io } from './io';
import { writeNotice } from './notice';
import { UsageError } from './usageError';

/**
 * The model that a name means at a time. Says on standard error how it was read, unless it is an id or an alias.
 *
 * @throws {UsageError} if it means none, or several; the message suggests ids.
 */
export function modelNamed(io: Io, table: PriceTable, name: string, atMs: number): Model {
  const resolution = resolveModel(table, name, atMs);
  if (resolution.kind !== 'found') {
    const ids = suggestedIds(table, name, resolution);
    throw new UsageError((words) =>
      describeUsageProblem(words, { kind: 'model', name, resolution, ids }),
    );
  }
  noteReading(io, name, resolution, atMs);
  return resolution.model;
}

function noteReading(io: Io, name: string, found: Found, atMs: number): void {
  const reading = describeReading(io.words, { ...found, name }, atMs);
  if (reading !== undefined) writeNotice(io, reading);
}
