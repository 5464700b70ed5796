import type { OverriddenTable } from './own/customModels';
import type { KnownTokenizers } from './table/tokenizerProblems';
import { applyOverrides } from './own/overrides';
import { mergeTables } from './table/merge';
import type { PriceTable } from './table/priceTable';

/** The user's own prices, as they stand in settings.json. */
export interface PriceSettings {
  readonly overrides: unknown;
  readonly customModels: unknown;
}

/** Everything that prices come from, the weakest source first. */
export interface PriceSources {
  readonly bundled: PriceTable;
  /** Tables that the user has loaded, the oldest first. */
  readonly loaded: readonly PriceTable[];
  readonly settings: PriceSettings;
}

/**
 * The prices in force: the bundled table, replaced model by model by loaded ones that were checked as late or
 * later, with the user's models added and the user's rates in place of the table's.
 *
 * @returns the table, and the entries of the settings that were refused; the others apply.
 */
export function resolvePrices(
  { bundled, loaded, settings }: PriceSources,
  known: KnownTokenizers,
): OverriddenTable {
  const { overrides, customModels } = settings;
  return applyOverrides(mergeLoaded(bundled, loaded), overrides, customModels, known);
}

/** The bundled table with the loaded ones, without the user's settings. */
export function mergeLoaded(bundled: PriceTable, loaded: readonly PriceTable[]): PriceTable {
  return loaded.reduce((table, newer) => mergeTables(table, newer).table, bundled);
}
