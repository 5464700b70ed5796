import type { Estimate } from '../../core/estimate/estimate';
import { groupFound } from '../../core/estimate/found';
import { matchesQuery } from '../../core/pricing/selection/match';
import { modelsNamed, searchModels } from '../../core/pricing/selection/search';
import type { Model } from '../../core/pricing/table/priceTable';
import type { View } from './view';

/** A model to compare with; without an estimate, its cost is not known before it is chosen. */
export interface BaselineChoice {
  readonly model: Model;
  readonly row: Estimate | undefined;
}

export interface FoundBaselines {
  readonly choices: readonly BaselineChoice[];
  /** Models that match and are not listed. */
  readonly more: number;
  /** No model matches: the choices have similar names. */
  readonly areSimilar: boolean;
}

/** Nobody reads a longer list of what a search finds, and each key draws it. */
const MOST_FOUND = 100;

/**
 * The models that match what a user types, in the order of the comparison: those with the typed name; the user's, pinned
 * ones, then the cheapest; and, once something is typed, those of the whole table. Before that, the user's model is left
 * out: it is the choice above the list.
 */
export function findBaselines(view: View, query: string): FoundBaselines {
  const { rows, table, modelId, pinnedIds, atMs } = view;
  const named = modelsNamed(table, query);
  const found = rows.filter(({ model }) => matchesQuery(model, query));
  const groups = groupFound(found, named, { userId: modelId, pinnedIds }, false);
  const isSearch = query.trim() !== '';
  const others = isSearch ? othersOf(view, query) : [];
  const models = [
    ...groups.named.map(({ model }) => model),
    ...others.filter((model) => named.models.has(model)),
    ...[...(isSearch ? groups.users : []), ...groups.pinned, ...groups.others].map(
      ({ model }) => model,
    ),
    ...others.filter((model) => !named.models.has(model)),
  ];
  const similar = models.length === 0 ? searchModels(table, query, atMs).nearest : [];
  const most = isSearch ? MOST_FOUND : Infinity;
  const listed = models.length === 0 ? similar : models.slice(0, most);
  const rowOf = new Map(rows.map((row) => [row.model, row]));
  return {
    choices: listed.map((model) => ({ model, row: rowOf.get(model) })),
    more: Math.max(0, models.length - most),
    areSimilar: models.length === 0,
  };
}

function othersOf({ rows, table }: View, query: string): readonly Model[] {
  const priced = new Set(rows.map(({ model }) => model));
  return table.models.filter((model) => !priced.has(model) && matchesQuery(model, query));
}
