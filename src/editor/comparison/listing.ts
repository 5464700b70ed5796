import { canBeBought, rankEstimates, type RankedEstimate } from '../../core/estimate/ranking';
import { hostsOf } from '../../core/pricing/selection/hosts';
import { matchesQuery } from '../../core/pricing/selection/match';
import type { Model } from '../../core/pricing/table/priceTable';
import type { CountedSubject } from '../live/counted';
import { selectionOf } from '../live/selection';

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
}

export interface Listing {
  readonly ranked: readonly RankedEstimate[];
  /** Models that are not listed. */
  readonly more: number;
}

/** Rows that VS Code shows without delay. */
const MOST_FOUND = 200;

/**
 * The models of the list that are counted so far, in order of cost; of a search, first the model with this id, then
 * those of the selection.
 */
export function listModels(result: CountedSubject, question: ListQuestion): Listing {
  const { models: current } = selectionOf(result, question.usedIds);
  const priced = new Set(result.models);
  const estimates = (models: readonly Model[]) =>
    models.filter((model) => priced.has(model)).map(result.estimate);
  const wanted = wantedModels(result, question, current);
  const ranked = rankEstimates(estimates(wanted), estimates(current).filter(canBeBought));
  if (question.query === '') return { ranked, more: result.table.models.length - ranked.length };
  const shown = new Set(current);
  const wantedId = question.query.toLowerCase();
  const placeOf = ({ model }: RankedEstimate): number => {
    if (model.id.toLowerCase() === wantedId) return 0;
    return shown.has(model) ? 1 : 2;
  };
  const found = ranked.toSorted((a, b) => placeOf(a) - placeOf(b)).slice(0, MOST_FOUND);
  return { ranked: found, more: wanted.length - found.length };
}

function wantedModels(
  { table, atMs }: CountedSubject,
  { scope, query }: ListQuestion,
  current: readonly Model[],
): readonly Model[] {
  if (query !== '') return table.models.filter((model) => matchesQuery(model, query));
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
