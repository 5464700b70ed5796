import { findModel } from '../core/pricing/findModel';
import { nearestModels } from '../core/pricing/nearestModels';
import type { Model, PriceTable } from '../core/pricing/table/priceTable';
import { describeUsageProblem } from '../wording/documents/terminal';
import { UsageError } from './usageError';

const NEAREST = 5;

/** @throws {UsageError} when the name is unknown or ambiguous; the message names ids to choose from. */
export function modelNamed(table: PriceTable, name: string): Model {
  const search = findModel(table, name);
  if (search.kind === 'found') return search.model;
  if (search.kind === 'ambiguous') {
    const ids = idsOf(search.candidates);
    throw new UsageError(describeUsageProblem({ kind: 'ambiguousModel', name, ids }));
  }
  const ids = idsOf(nearestModels(table.models, name, NEAREST));
  throw new UsageError(describeUsageProblem({ kind: 'unknownModel', name, ids }));
}

function idsOf(models: readonly Model[]): readonly string[] {
  return models.map(({ id }) => id);
}
