import {
  canBeBought,
  compareGroups,
  rankEstimates,
  type RankedEstimate,
} from '../../core/estimate/ranking';
import { hostsOf } from '../../core/pricing/selection/hosts';
import { searchModels } from '../../core/pricing/selection/search';
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
  /** No model matches: these have the most similar words, the most similar first. */
  readonly isNearest: boolean;
}

/** Rows that VS Code shows without delay. */
const MOST_FOUND = 200;

/** The models of the list that are counted so far, in order of cost. */
export function listModels(result: CountedSubject, question: ListQuestion): Listing {
  const { models: current } = selectionOf(result, question.usedIds);
  const priced = new Set(result.models);
  const estimates = (models: readonly Model[]) =>
    models.filter((model) => priced.has(model)).map(result.estimate);
  const buyable = estimates(current).filter(canBeBought);
  const rank = (models: readonly Model[]) => rankEstimates(estimates(models), buyable);
  const { table, atMs } = result;
  if (question.query === '') {
    const ranked = rank(wantedModels(result, question.scope, current));
    return { ranked, more: table.models.length - ranked.length, isNearest: false };
  }
  const { models, nearest } = searchModels(table, question.query, atMs);
  if (models.length === 0) {
    const place = ({ model }: RankedEstimate): number => nearest.indexOf(model);
    const ranked = rank(nearest).toSorted((a, b) => place(a) - place(b));
    return { ranked, more: 0, isNearest: true };
  }
  const found = sortFound(rank(models), question.query, new Set(current)).slice(0, MOST_FOUND);
  return { ranked: found, more: models.length - found.length, isNearest: false };
}

/** First the model with the typed id; in each group, those of the selection before others. */
function sortFound(
  ranked: readonly RankedEstimate[],
  query: string,
  current: ReadonlySet<Model>,
): readonly RankedEstimate[] {
  const wantedId = query.toLowerCase();
  const isOther = ({ model }: RankedEstimate): number =>
    Number(model.id.toLowerCase() !== wantedId);
  const isBelow = ({ model }: RankedEstimate): number => Number(!current.has(model));
  return ranked.toSorted(
    (a, b) => isOther(a) - isOther(b) || compareGroups(a, b) || isBelow(a) - isBelow(b),
  );
}

function wantedModels(
  { table, atMs }: CountedSubject,
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
