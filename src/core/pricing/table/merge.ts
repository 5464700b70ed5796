import { isEqual } from '../../isEqual';
import { knownDay } from '../staleness';
import type { Model, Period, PriceTable } from './priceTable';

export interface MergedModel {
  readonly id: string;
  /** `kept`: the bundled prices were checked later than the loaded ones. `same`: the loaded model equals the bundled. */
  readonly action: 'added' | 'replaced' | 'kept' | 'same';
  /** Days on which the newest price of each was checked, YYYY-MM-DD. */
  readonly bundledChecked: string | undefined;
  readonly loadedChecked: string;
}

export interface MergedTable {
  readonly table: PriceTable;
  /** The action for each model of the loaded table. */
  readonly models: readonly MergedModel[];
  /** Whether the table differs from the bundled one. */
  readonly isChanged: boolean;
}

/**
 * Merges a table that the user has loaded into the bundled one. A loaded model replaces the bundled one unless its
 * newest price was checked on an earlier day. Earlier periods of the bundled model are kept. Models that only the
 * bundled table has stay.
 *
 * Worked example: the bundled o1 was checked on 2026-11-23. A loaded o1 checked on 2026-11-22 is not used; one checked
 * on 2026-11-23 or later replaces it.
 */
export function mergeTables(bundled: PriceTable, loaded: PriceTable): MergedTable {
  const models = new Map(bundled.models.map((model) => [model.id, model]));
  const report = loaded.models.map((model): MergedModel => {
    const before = models.get(model.id);
    const loadedChecked = checkedOf(model);
    const bundledChecked = before && checkedOf(before);
    if (before && checkedOf(before) > loadedChecked) {
      return { id: model.id, action: 'kept', bundledChecked, loadedChecked };
    }
    const after = before ? withHistory(before, model) : model;
    if (isEqual(before, after)) {
      return { id: model.id, action: 'same', bundledChecked, loadedChecked };
    }
    models.set(model.id, after);
    const action = before ? 'replaced' : 'added';
    return { id: model.id, action, bundledChecked, loadedChecked };
  });
  const names = {
    movingAliases: replaceEqualIds(bundled.movingAliases, loaded.movingAliases),
    otherwiseBilled: replaceEqualIds(bundled.otherwiseBilled, loaded.otherwiseBilled),
  };
  return {
    table: { models: [...models.values()], ...names },
    models: report,
    isChanged:
      report.some(({ action }) => action === 'replaced' || action === 'added') ||
      !isEqual(byId(names.movingAliases), byId(bundled.movingAliases ?? [])) ||
      !isEqual(byId(names.otherwiseBilled), byId(bundled.otherwiseBilled ?? [])),
  };
}

/** The day on which the model's newest price was checked. YYYY-MM-DD sorts as text. */
function checkedOf({ periods }: Model): string {
  return knownDay((periods.at(-1) ?? periods[0]).source);
}

function withHistory(before: Model, after: Model): Model {
  const [first, ...rest] = after.periods;
  const history = before.periods
    .filter(({ fromMs }) => fromMs < first.fromMs)
    .map((period) => endBy(period, first.fromMs));
  const [oldest, ...older] = history;
  if (!oldest || history.at(-1)?.toMs !== first.fromMs) return after;
  const periods: [Period, ...Period[]] = [oldest, ...older, first, ...rest];
  return { ...after, periods };
}

function endBy(period: Period, toMs: number): Period {
  return period.toMs <= toMs ? period : { ...period, toMs };
}

function replaceEqualIds<T extends { readonly id: string }>(
  bundled: readonly T[] = [],
  loaded: readonly T[] = [],
): readonly T[] {
  const loadedIds = new Set(loaded.map(({ id }) => id));
  return [...bundled.filter(({ id }) => !loadedIds.has(id)), ...loaded];
}

/** Their order has no meaning. */
function byId<T extends { readonly id: string }>(entries: readonly T[]): Record<string, T> {
  return Object.fromEntries(entries.map((entry) => [entry.id, entry]));
}
