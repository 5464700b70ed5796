import { hostsOf } from '../../core/pricing/selection/hosts';
import { LastSelection } from '../../core/pricing/selection/last';
import { matchesQuery } from '../../core/pricing/selection/match';
import type { Model } from '../../core/pricing/table/priceTable';
import { keptIds, ownModelIds } from '../../protocol/keptIds';
import { isWhole, type KnownTable, type PageSettings } from '../state/facts';
import { isSearching, type PageState } from '../state/pageState';
import { subjectOf } from '../state/topic';
import { lacksOwnModels } from './ownCalls';

/** The models of the report. */
export interface Listing {
  /** The current selection: the headline, the lines of charts and the facts are about it. */
  readonly models: readonly Model[];
  /** Others that the table lists: what a filter finds, all, or the hosts of a row. */
  readonly others: readonly Model[];
}

/** Whether the page cannot show what the user has asked for without the whole price table. */
export function needsAllModels(state: PageState, table: KnownTable): boolean {
  return (
    state.showsAll ||
    isSearching(state) ||
    state.openHosts.length > 0 ||
    // What could be bought at another time is not what can be bought now.
    state.callAtMs !== undefined ||
    // VS Code has restored the page, and the editor does not know its files.
    lacksOwnModels(subjectOf(state.topic), table)
  );
}

const selections = new LastSelection();

/** @param atMs the time of the call, milliseconds since 1970. */
export function listModels(
  table: KnownTable,
  settings: PageSettings,
  state: PageState,
  atMs: number,
): Listing {
  // A part of the table is the selection that the editor has made from the whole of it.
  const models = isWhole(table)
    ? selections.of(table, atMs, [...keptIds(settings), ...ownModelIds(subjectOf(state.topic))])
        .models
    : table.models;
  const known = new Set(models);
  const wanted = new Set([...listedOf(table, state), ...openHosts(table, state, atMs)]);
  return { models, others: [...wanted].filter((model) => !known.has(model)) };
}

function listedOf(table: KnownTable, state: PageState): readonly Model[] {
  if (isSearching(state)) return table.models.filter((model) => passesSearch(model, state));
  return state.showsAll ? table.models : [];
}

function openHosts(
  table: KnownTable,
  { openHosts: ids }: PageState,
  atMs: number,
): readonly Model[] {
  if (ids.length === 0 || !isWhole(table)) return [];
  return table.models
    .filter(({ id }) => ids.includes(id))
    .flatMap((model) => hostsOf(table, model, atMs));
}

/** Whether a model passes the filter and is of the chosen provider. */
export function passesSearch(
  model: Model,
  { filter, provider }: Pick<PageState, 'filter' | 'provider'>,
): boolean {
  return (provider === '' || model.provider === provider) && matchesQuery(model, filter);
}
