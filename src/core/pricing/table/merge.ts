import { isEqual } from '../../isEqual';
import { isStale, knownDay } from '../staleness';
import { agreeingSources } from '../trust';
import type { Model, Period, PriceTable, Source } from './priceTable';
import { plainModel } from './rows/tableModel';

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
 * Merges a table that the user has loaded into the bundled one. A loaded model replaces the bundled one unless the
 * newest price of that is known better (`isKnownBetter`). Earlier periods of the bundled model are kept. Models that
 * only the bundled table has stay.
 *
 * Names that move and models that are billed otherwise have no day of their own. Those of a loaded table replace equal
 * ones only if its newest price is at least as new as that of the bundled table; else it adds those that are new.
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
    if (before && isKnownBetter(newestPeriod(before), newestPeriod(model))) {
      return { id: model.id, action: 'kept', bundledChecked, loadedChecked };
    }
    const after = before ? withHistory(before, model) : model;
    if (before && isEqual(plainModel(before), plainModel(after))) {
      return { id: model.id, action: 'same', bundledChecked, loadedChecked };
    }
    models.set(model.id, after);
    const action = before ? 'replaced' : 'added';
    return { id: model.id, action, bundledChecked, loadedChecked };
  });
  const names = mergeNames(bundled, loaded);
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
function checkedOf(model: Model): string {
  return knownDay(newestPeriod(model).source);
}

function newestPeriod({ periods }: Model): Period {
  return periods.at(-1) ?? periods[0];
}

/**
 * Whether one price is to be kept rather than another one: it was looked at later. The day of a package tells only that
 * the price was in it, and it may have been looked at a year before. So a price that was looked at wins over one of
 * which that day is unknown, unless it was already old when the package was published, or several independent sources
 * have had the other price since.
 *
 * Worked example: looked at on 2026-11-01, it is kept when a package of 2026-11-20 has another price, and replaced by a
 * package of 2027-03-02, which is 121 days later, or by two packages of 2026-11-20 that have the same price.
 */
function isKnownBetter(kept: Period, other: Period): boolean {
  const [keptDay, otherDay] = [knownDay(kept.source), knownDay(other.source)];
  if (isLookedAt(kept) === isLookedAt(other)) return keptDay > otherDay;
  return isLookedAt(kept) ? !isOutdatedBy(kept, other) : isOutdatedBy(other, kept);
}

function isLookedAt({ source }: Period): boolean {
  return source.checked !== '';
}

/** Whether a price that was looked at is worth less than one that was listed. */
function isOutdatedBy({ source }: Period, listed: Period): boolean {
  const day = knownDay(source);
  const later = agreeingSources(listed).filter((each) => knownDay(each) > day);
  return later.length > 1 || isStale(source, dayMs(listed.source));
}

function dayMs(source: Source): number {
  return Date.parse(knownDay(source));
}

type Names = Required<Pick<PriceTable, 'movingAliases' | 'otherwiseBilled'>>;

function mergeNames(bundled: PriceTable, loaded: PriceTable): Names {
  const isNewer = newestDay(loaded) >= newestDay(bundled);
  const known = new Set(idsIn(bundled));
  const isUsed = ({ id }: { readonly id: string }): boolean => isNewer || !known.has(id);
  return {
    movingAliases: replaceEqualIds(bundled.movingAliases, loaded.movingAliases?.filter(isUsed)),
    otherwiseBilled: replaceEqualIds(
      bundled.otherwiseBilled,
      loaded.otherwiseBilled?.filter(isUsed),
    ),
  };
}

/** The newest day in a table; empty without models. */
function newestDay({ models }: PriceTable): string {
  return models.reduce((newest, model) => {
    const day = checkedOf(model);
    return day > newest ? day : newest;
  }, '');
}

/** All ids that mean something in a table, aliases included. */
function idsIn({ models, movingAliases = [], otherwiseBilled = [] }: PriceTable): string[] {
  return [
    ...models.flatMap(({ id, provider, aliases }) => [
      id,
      ...aliases.map((alias) => `${provider}/${alias}`),
    ]),
    ...movingAliases.map(({ id }) => id),
    ...otherwiseBilled.map(({ id }) => id),
  ];
}

function withHistory(before: Model, after: Model): Model {
  const [first, ...rest] = after.periods;
  const history = before.periods
    .filter(({ fromMs }) => fromMs < first.fromMs)
    .map((period) => endBy(period, first.fromMs));
  const [oldest, ...older] = history;
  if (!oldest || history.at(-1)?.toMs !== first.fromMs) return after;
  const periods: [Period, ...Period[]] = [oldest, ...older, first, ...rest];
  return { ...plainModel(after), periods };
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
