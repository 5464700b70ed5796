import { FIELD_NAMES, scenarioSetting, type FieldName } from '../scenario/fields';
import { fromSetting, settingRule } from '../scenario/percent';

/** The assumptions that the file can have in percent, by their keys, which are those of the settings. */
export const PERCENT_KEYS: Readonly<Record<string, FieldName>> = Object.fromEntries(
  FIELD_NAMES.filter((name) => settingRule(name).kind === 'percent').map((name) => [
    scenarioSetting(name).replace('scenario.', ''),
    name,
  ]),
);

/** A scenario with shares in place of what is in percent, which wins over a share, as in the settings. */
export function sharesOf(scenario: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isPercent = ([key]: readonly [string, unknown]): boolean =>
    Object.hasOwn(PERCENT_KEYS, key);
  const entries = Object.entries(scenario);
  const shares = entries.filter(isPercent).map(([key, value]) => {
    const name = PERCENT_KEYS[key];
    return name === undefined ? [key, value] : [name, fromSetting(name, value)];
  });
  return Object.fromEntries([...entries.filter((entry) => !isPercent(entry)), ...shares]);
}
