import type { Estimate } from '../../core/estimate/estimate';
import { groupFound, rowsOf, type FoundGroups } from '../../core/estimate/found';
import {
  canBeBought,
  groupRows,
  rankEstimates,
  type FirstModels,
  type RankedEstimate,
} from '../../core/estimate/ranking';
import { idsOf } from '../../core/pricing/names/resolveModel';
import { hostsOf } from '../../core/pricing/selection/hosts';
import { modelsNamed, searchModels } from '../../core/pricing/selection/search';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import { selectionOf } from '../live/selection';
import type { Settings } from '../settings/settings';

/** The models of a list, and what one call costs on each: the counted subject, or a text of an assumed length. */
export interface PricedModels {
  readonly table: PriceTable;
  readonly settings: Pick<Settings, 'pinnedNames' | 'baselineName' | 'scenario'>;
  /** The user's; undefined if the setting names none. */
  readonly model: Model | undefined;
  /** The time of the price, milliseconds since 1970. */
  readonly atMs: number;
  /** Whether all models of the table can be priced; else the user's alone. */
  readonly isComplete: boolean;
  readonly estimate: (model: Model) => Estimate;
}

/** The part of the table that the list shows while nothing is typed. */
export type Scope =
  { readonly kind: 'current' | 'all' } | { readonly kind: 'hosts'; readonly modelId: string };

/** What the list is about. */
export interface ListQuestion {
  readonly scope: Scope;
  /** What the user has typed: it searches the whole table. */
  readonly query: string;
  /** Models that the user has worked with. */
  readonly usedIds: readonly string[];
  /** False: the model is chosen to compare with it, or to read its prices. */
  readonly isForUse?: boolean;
}

export interface Listing {
  readonly groups: FoundGroups<RankedEstimate>;
  /** Models that are not listed. */
  readonly more: number;
  /** No model matches: these have the most similar words, the most similar first. */
  readonly isNearest: boolean;
}

/** Rows that VS Code shows without delay. */
const MOST_FOUND = 200;

/**
 * Every list of models in the editor, in its groups, cheapest first. Until all models are counted, it has only the row
 * whose place is known: rows that came one by one would push each other away under the reader.
 */
export function listModels(priced: PricedModels, question: ListQuestion): Listing {
  if (!priced.isComplete) return firstRow(priced, question);
  const { table, atMs } = priced;
  const { models: current } = selectionOf(priced, question.usedIds);
  const estimates = (models: readonly Model[]) => models.map(priced.estimate);
  const buyable = estimates(current).filter(canBeBought);
  const rank = (models: readonly Model[]) => rankEstimates(estimates(models), buyable);
  if (question.query === '') {
    const ranked = rank(wantedModels(priced, question.scope, current));
    const groups = { named: [], ...groupRows(ranked, firstOf(priced)) };
    return { groups, more: table.models.length - ranked.length, isNearest: false };
  }
  const { models, nearest } = searchModels(table, question.query, atMs);
  if (models.length === 0) return nearestListing(rank(nearest), nearest);
  const named = modelsNamed(table, question.query);
  const found = groupFound(rank(models), named, firstOf(priced), question.isForUse);
  const groups = { ...found, others: found.others.slice(0, MOST_FOUND) };
  return { groups, more: models.length - rowsOf(groups).length, isNearest: false };
}

/** The user's model, which is counted first and listed first; what it costs of the cheapest is not known yet. */
function firstRow({ model, estimate }: PricedModels, { query, scope }: ListQuestion): Listing {
  const isListed = model && query === '' && scope.kind !== 'hosts';
  const users = isListed ? [{ ...estimate(model), timesCheapest: undefined, timesMark: '' }] : [];
  return { groups: { named: [], users, pinned: [], others: [] }, more: 0, isNearest: false };
}

function firstOf({ table, settings, model, atMs }: PricedModels): FirstModels {
  return { userId: model?.id, pinnedIds: idsOf(table, settings.pinnedNames, atMs) };
}

function nearestListing(ranked: readonly RankedEstimate[], nearest: readonly Model[]): Listing {
  const place = ({ model }: RankedEstimate): number => nearest.indexOf(model);
  const others = ranked.toSorted((a, b) => place(a) - place(b));
  return { groups: { named: [], users: [], pinned: [], others }, more: 0, isNearest: true };
}

function wantedModels(
  { table, atMs }: PricedModels,
  scope: Scope,
  current: readonly Model[],
): readonly Model[] {
  switch (scope.kind) {
    case 'current':
      return current;
    case 'all':
      return table.models;
    case 'hosts': {
      const model = table.models.find(({ id }) => id === scope.modelId);
      return model ? hostsOf(table, model, atMs) : [];
    }
  }
}
