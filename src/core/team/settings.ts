import type { TeamPrices } from '../pricing/resolve';
import { FIELD_NAMES, scenarioSetting } from '../scenario/fields';
import { toSetting } from '../scenario/percent';
import type { TeamFile } from './schema';

/** The file's values by the settings below `apiSpend` whose defaults they replace; absent: the file has none. */
export function settingsIn({
  scenario = {},
  budgets = {},
  pinnedModels,
}: TeamFile): Readonly<Record<string, unknown>> {
  const all: readonly (readonly [string, unknown])[] = [
    ['pinnedModels', pinnedModels],
    ['budget.perCall', budgets.perCall],
    ['budget.perMonth', budgets.perMonth],
    ...FIELD_NAMES.map((name) => [scenarioSetting(name), toSetting(name, scenario[name])] as const),
  ];
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

export function pricesIn({
  overrides,
  customModels,
  discounts,
  pinnedModels,
}: TeamFile): TeamPrices {
  return { overrides, customModels, discounts, pinnedModels };
}
