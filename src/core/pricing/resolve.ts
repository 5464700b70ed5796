import type { OverriddenTable } from './own/customModels';
import type { KnownTokenizers } from './table/tokenizerProblems';
import { applyOverrides } from './own/overrides';
import { mergeTables } from './table/merge';
import type { PriceTable } from './table/priceTable';

/** The user's own prices: unchecked values from settings.json. */
export interface PriceSettings {
  readonly overrides: unknown;
  readonly customModels: unknown;
}

/** All sources of prices, by rising precedence. */
export interface PriceSources {
  readonly bundled: PriceTable;
  /** Tables that the user has loaded, oldest first. */
  readonly loaded: readonly PriceTable[];
  readonly settings: PriceSettings;
}

/**
 * The prices that apply: for each model the most recently checked prices of the bundled and loaded tables, then the
 * user's own models and rates.
 *
 * @returns the table, and the entries of the settings that were rejected; the others apply.
 */
export function resolvePrices(
  { bundled, loaded, settings }: PriceSources,
  known: KnownTokenizers,
): OverriddenTable {
  const { overrides, customModels } = settings;
  return applyOverrides(mergeLoaded(bundled, loaded), overrides, customModels, known);
}

/** The bundled and loaded tables, without the user's settings. */
export function mergeLoaded(bundled: PriceTable, loaded: readonly PriceTable[]): PriceTable {
  return loaded.reduce((table, newer) => mergeTables(table, newer).table, bundled);
}
