import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';
import { keyOf } from '../entries';

/** Finds the row of a model at its maker by the id that a host or gateway has for it. */
export function makersRows(
  providers: readonly ProviderRow[],
): (id: string) => ModelRow | undefined {
  const rows = new Map(
    providers
      .filter(({ kind }) => kind === undefined)
      .flatMap(({ models }) => models.map((model) => [keyOf(model.id), model] as const)),
  );
  return (id) => rows.get(keyOf(id.slice(id.lastIndexOf('/') + 1)));
}
