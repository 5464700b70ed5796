import { compareMoney, type Money } from '../../core/pricing/money';
import { completeScenario } from '../../core/scenario/scenario';
import { fits, isNearLimit } from '../../core/estimate/contextFit';
import type { Estimate } from '../../core/estimate/estimate';
import {
  buyableTimes,
  compareEstimates,
  compareGroups,
  compareSellers,
} from '../../core/estimate/ranking';
import { groupFound, LIST_GROUPS, type ListGroup } from '../../core/estimate/found';
import { modelsNamed } from '../../core/pricing/selection/search';
import { hostsOf } from '../../core/pricing/selection/hosts';
import {
  isSearching,
  type OptionalColumn,
  type PageState,
  type SortColumn,
} from '../state/pageState';
import { cachingKey, rowCaching } from './caching';
import { passesSearch } from './listing';
import { knownDay } from '../../core/pricing/staleness';
import type { View } from './view';

type SortKey = string | number | Money | undefined;

function sortKey(column: SortColumn, row: Estimate, view: View): SortKey {
  const price = row.price.kind === 'priced' ? row.price : undefined;
  switch (column) {
    case 'model':
      return row.model.name.toLowerCase();
    case 'provider':
      return row.model.providerName.toLowerCase();
    case 'tokens':
      return row.count.tokens;
    case 'call':
      return price?.expected.total;
    case 'day':
      return price?.perDay.expected;
    case 'month':
      return price?.perMonth.expected;
    case 'times':
      return buyableTimes(row, view.headline.baseline);
    case 'context':
      return row.fit.taken;
    case 'caching':
      return cachingKey(rowCaching(row));
    case 'checked':
      return price && knownDay(price.applied.period.source);
    case 'source':
      return price?.applied.period.source.name;
  }
}

/** In these columns, models that cannot be bought are last in both directions. */
const COST_COLUMNS: ReadonlySet<SortColumn> = new Set(['call', 'day', 'month', 'times']);

/** Rows without a value are last in both directions; equal rows have the vendor first, then are ordered by id. */
function sortRows(
  rows: readonly Estimate[],
  { column, direction }: PageState['sort'],
  view: View,
): readonly Estimate[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const placed = COST_COLUMNS.has(column) ? compareGroups : () => 0;
  const keyed = rows.map((row) => ({ row, key: sortKey(column, row, view) }));
  return keyed
    .toSorted(
      (a, b) =>
        placed(a.row, b.row) || compareKeys(a.key, b.key, sign) || compareSellers(a.row, b.row),
    )
    .map(({ row }) => row);
}

function compareKeys(a: SortKey, b: SortKey, sign: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'object' && typeof b === 'object') return sign * compareMoney(a, b);
  return sign * (a < b ? -1 : a > b ? 1 : 0);
}

/** Rows of the table below a heading of their own. */
export interface TableGroup {
  /** Undefined: the table needs no headings. */
  readonly group: ListGroup | undefined;
  readonly rows: readonly Estimate[];
}

interface Known {
  readonly view: View;
  readonly groups: readonly TableGroup[];
}

/** The last groups of each state: the page draws them, and tells the editor what it shows. */
const known = new WeakMap<PageState, Known>();

/**
 * The rows of the table, in the order of every list of models; what passes the filters, and pins. A search that names
 * models lists these first: the groups then have headings, and each is in the order that the user has chosen, so that
 * the order is seen to hold.
 */
export function tableGroups(state: PageState, view: View): readonly TableGroup[] {
  const before = known.get(state);
  if (before?.view === view) return before.groups;
  const groups = makeGroups(state, view);
  known.set(state, { view, groups });
  return groups;
}

function makeGroups(state: PageState, view: View): readonly TableGroup[] {
  const { rows, otherRows, modelId, pinnedIds } = view;
  const isWide = state.showsAll || isSearching(state);
  const sorted = sortRows(isWide ? [...rows, ...otherRows] : rows, state.sort, view);
  const found = modelsNamed(view.table, state.filter);
  const { named, ...others } = groupFound(sorted, found, { userId: modelId, pinnedIds });
  const isShown = (row: Estimate): boolean =>
    pinnedIds.includes(row.model.id) || passesFilters(row, state);
  // A search places them by their names; here the column does.
  const groups = { named: sorted.filter((row) => named.includes(row)), ...others };
  const shown = LIST_GROUPS.map((group) => ({ group, rows: groups[group].filter(isShown) })).filter(
    (each) => each.rows.length > 0,
  );
  const hasHeadings = shown.length > 1 && shown[0]?.group === 'named';
  return shown.map(({ group, rows: each }) => ({
    group: hasHeadings ? group : undefined,
    rows: each,
  }));
}

/** The rows of all groups. */
export function shownRows(state: PageState, view: View): readonly Estimate[] {
  return tableGroups(state, view).flatMap(({ rows }) => rows);
}

function passesFilters({ model, fit }: Estimate, state: PageState): boolean {
  return passesSearch(model, state) && (!state.hidesMisfits || fits(fit));
}

/** Why a chosen column is not shown: it has nothing to say of these rows, or no room. */
export type Absence = 'sameAsCall' | 'farFromLimit' | 'noRoom';

/**
 * Why a column has nothing to say: that of a day with one call a day, and that of the context window where no prompt
 * comes near its limit. Undefined if it has.
 */
export function whyEmpty(
  column: OptionalColumn,
  rows: readonly Estimate[],
  { scenario }: View,
): Absence | undefined {
  if (column === 'day' && completeScenario(scenario).callsPerDay === 1) return 'sameAsCall';
  if (column === 'context' && !rows.some(({ fit }) => isNearLimit(fit))) return 'farFromLimit';
  return undefined;
}

/** The rows of the other hosts of a model's weights, cheapest first. */
export function hostRows(
  { model }: Estimate,
  { table, rows, otherRows, atMs }: View,
): readonly Estimate[] {
  const hosts = new Set(hostsOf(table, model, atMs));
  return [...rows, ...otherRows]
    .filter((row) => row.model !== model && hosts.has(row.model))
    .toSorted(compareEstimates);
}

/** The order after a click on a column's heading. */
export function nextSort(sort: PageState['sort'], column: SortColumn): PageState['sort'] {
  const isAgain = sort.column === column && sort.direction === 'ascending';
  return { column, direction: isAgain ? 'descending' : 'ascending' };
}
