import { findOrSuggestModel } from '../core/pricing/findOrSuggestModel';
import type { Model, PriceTable } from '../core/pricing/table/priceTable';
import { describeUsageProblem } from '../wording/documents/terminal';
import { UsageError } from './usageError';

/** @throws {UsageError} if the name is unknown or ambiguous; its message suggests ids. */
export function modelNamed(table: PriceTable, name: string): Model {
  const search = findOrSuggestModel(table, name);
  if (search.kind === 'found') return search.model;
  const kind = search.kind === 'ambiguous' ? 'ambiguousModel' : 'unknownModel';
  throw new UsageError(describeUsageProblem({ kind, name, ids: search.suggestedIds }));
}
