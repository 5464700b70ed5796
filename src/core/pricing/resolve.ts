import { addCustomModels } from './own/customModels';
import { applyDiscounts } from './own/discounts';
import { applyOverrides, modelNamed } from './own/overrides';
import { mergeTables } from './table/merge';
import type { PriceTable } from './table/priceTable';
import type { Problem } from './table/problem';
import type { KnownTokenizers } from './table/tokenizerProblems';

/** The user's own prices: unchecked values from settings.json. */
export interface PriceSettings {
  readonly overrides: unknown;
  readonly customModels: unknown;
}

/** The team's prices in `.api-spend.json`. */
export interface TeamPrices extends Partial<PriceSettings> {
  /** Factors on list prices, checked, by names and patterns of models. */
  readonly discounts?: Readonly<Record<string, number>> | undefined;
  /** Names, of which those that mean no model are told. */
  readonly pinnedModels?: readonly string[] | undefined;
}

/** All sources of prices, by rising precedence. */
export interface PriceSources {
  readonly bundled: PriceTable;
  /** Tables that the user has loaded, oldest first. */
  readonly loaded: readonly PriceTable[];
  readonly team: TeamPrices;
  readonly settings: PriceSettings;
}

/** The prices that apply, and the entries that were rejected; the others apply. */
export interface ResolvedPrices {
  readonly table: PriceTable;
  /** In the settings. */
  readonly problems: readonly Problem[];
  /** In `.api-spend.json`. */
  readonly teamProblems: readonly Problem[];
}

/**
 * The prices that apply: for each model the most recently checked prices of the bundled and loaded tables, then the
 * team's discounts, the team's models and rates, and the user's models and rates. For each model the last of them
 * replaces the others.
 *
 * @param nowMs the time for which names are resolved.
 */
export function resolvePrices(
  { bundled, loaded, team, settings }: PriceSources,
  known: KnownTokenizers,
  nowMs: number,
): ResolvedPrices {
  const merged = mergeLoaded(bundled, loaded);
  // Models come before rates, because the user may have own rates on a model of the team.
  const usersModels = addCustomModels(merged, settings.customModels, known, 'user');
  const teamsModels = addCustomModels(usersModels.table, team.customModels, known, 'team');
  const usersRates = applyOverrides(teamsModels.table, settings.overrides, 'user', nowMs);
  const teamsRates = applyOverrides(usersRates.table, team.overrides, 'team', nowMs);
  const discounted = applyDiscounts(teamsRates.table, team.discounts ?? {}, nowMs);
  return {
    table: discounted.table,
    problems: [...usersModels.problems, ...usersRates.problems],
    teamProblems: [
      ...teamsModels.problems,
      ...teamsRates.problems,
      ...discounted.problems,
      ...pinnedProblems(discounted.table, team.pinnedModels ?? [], nowMs),
    ],
  };
}

function pinnedProblems(
  table: PriceTable,
  names: readonly string[],
  nowMs: number,
): readonly Problem[] {
  return names.flatMap((name, index) => {
    const model = modelNamed(table, name, nowMs);
    return 'id' in model ? [] : [{ path: `pinnedModels.${index}`, ...model }];
  });
}

/** The bundled and loaded tables, without own prices. */
export function mergeLoaded(bundled: PriceTable, loaded: readonly PriceTable[]): PriceTable {
  return loaded.reduce((table, newer) => mergeTables(table, newer).table, bundled);
}
