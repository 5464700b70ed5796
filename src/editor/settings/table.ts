import { isPrice } from '../../core/pricing/money';
import {
  FIELD_NAMES,
  formerSetting,
  SCENARIO_FIELDS,
  scenarioSetting,
  type FieldName,
} from '../../core/scenario/fields';
import { fromSetting, settingRule } from '../../core/scenario/percent';
import {
  choice,
  FLAG,
  isAllowed,
  meantValue,
  whole,
  type FieldRule,
  type ValueOf,
} from '../../core/scenario/rules';
import type { SettingRule } from '../../wording/views/settings';
import type { Written } from './places';

/** The values that a setting allows. An invalid value is replaced by the manifest's default. */
interface Setting {
  /** Absent: the core checks the value. */
  readonly rule?: SettingRule;
  /** If it is invalid, no number can be shown. */
  readonly isVital?: boolean;
  /** It has one value for the window, not one for each folder or language. */
  readonly isOfWindow?: boolean;
}

/** The settings below `apiSpend`, without those of the scenario, which are in `SCENARIO_FIELDS`. */
export const SETTINGS = {
  model: { rule: { kind: 'modelName' }, isVital: true },
  baselineModel: { rule: { kind: 'modelNameOrNone' } },
  pinnedModels: { rule: { kind: 'modelNames' } },
  useFileModel: { rule: choice(['off', 'ask', 'on']) },
  ignoredLanguages: { rule: { kind: 'languages' } },
  'statusBar.visible': { rule: FLAG, isOfWindow: true },
  'statusBar.show': {
    rule: choice(['cost', 'costAndTokens', 'costTokensAndModel']),
    isOfWindow: true,
  },
  'budget.perCall': { rule: { kind: 'amount' } },
  'budget.perMonth': { rule: { kind: 'amount' } },
  'codeLens.enabled': { rule: FLAG, isOfWindow: true },
  'codeLens.files': { rule: { kind: 'patterns' }, isOfWindow: true },
  'pricing.staleAfterDays': { rule: whole(1, 3650), isOfWindow: true },
  'pricing.updateUrl': { rule: { kind: 'httpsOrNone' }, isOfWindow: true },
  'pricing.overrides': { isOfWindow: true },
  'pricing.customModels': { isOfWindow: true },
  currency: { isOfWindow: true },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingKey = keyof typeof SETTINGS;

type SettingValue<Rule> = Rule extends FieldRule
  ? ValueOf<Rule>
  : Rule extends { readonly kind: 'modelName' | 'modelNameOrNone' | 'httpsOrNone' }
    ? string
    : Rule extends { readonly kind: 'amount' }
      ? number
      : readonly string[];

export type SettingValues = {
  readonly [Key in SettingKey]: (typeof SETTINGS)[Key] extends { readonly rule: infer Rule }
    ? SettingValue<Rule>
    : unknown;
};

/** The settings that the price table depends on. */
export const PRICE_SETTINGS = ['pricing.overrides', 'pricing.customModels'] as const;

/** Whether a setting has one value for the window. VS Code's log warns of each that is read for a document. */
export function isOfWindow(key: string): boolean {
  const settings: Readonly<Record<string, Setting>> = SETTINGS;
  return settings[key]?.isOfWindow === true;
}

/** All keys below `apiSpend`. */
export const ALL_KEYS: readonly string[] = [
  ...Object.keys(SETTINGS),
  ...FIELD_NAMES.map(scenarioSetting),
  ...FIELD_NAMES.flatMap((name) => formerSetting(name) ?? []),
];

export interface WrongSetting {
  readonly key: string;
  readonly rule: SettingRule;
  readonly value: unknown;
  readonly isVital: boolean;
}

export interface CheckedSettings {
  readonly values: SettingValues;
  /** By names of fields. */
  readonly scenario: Readonly<Record<string, unknown>>;
  /** Invalid settings; `values` and `scenario` have their defaults. */
  readonly wrong: readonly WrongSetting[];
}

/**
 * @param defaultOf returns the manifest's default.
 * @param assumption returns what the settings say of an assumption.
 */
export function checkSettings(
  read: (key: string) => unknown,
  defaultOf: (key: string) => unknown,
  assumption: (name: FieldName) => Written,
): CheckedSettings {
  const wrong: WrongSetting[] = [];
  const take = (key: string, { rule, isVital = false }: Setting, value = read(key)): unknown => {
    if (!rule || isSettingValue(rule, value)) return value;
    wrong.push({ key, rule, value, isVital });
    return defaultOf(key);
  };
  const values = Object.entries(SETTINGS).map(([key, setting]) => [key, take(key, setting)]);
  const scenario = FIELD_NAMES.map((name) => {
    const { key, value } = assumption(name);
    const isFormer = key === formerSetting(name);
    const { rule }: { readonly rule: FieldRule } = SCENARIO_FIELDS[name];
    const taken = isFormer ? rule : settingRule(name);
    if (isSettingValue(taken, meantValue(rule, value)))
      return [name, assumed(name, { key, value })];
    wrong.push({ key, rule: taken, value, isVital: true });
    return [name, fromSetting(name, defaultOf(scenarioSetting(name)))];
  });
  return {
    values: Object.fromEntries(values) as SettingValues,
    scenario: Object.fromEntries(scenario) as Record<string, unknown>,
    wrong,
  };
}

/** The value of an assumption, in its own form, that the settings mean. */
export function assumed(name: FieldName, { key, value }: Written): unknown {
  const { rule }: { readonly rule: FieldRule } = SCENARIO_FIELDS[name];
  return key === formerSetting(name) ? value : fromSetting(name, meantValue(rule, value));
}

export function isSettingValue(rule: SettingRule, value: unknown): boolean {
  switch (rule.kind) {
    case 'modelName':
      return typeof value === 'string' && value.trim() !== '';
    case 'modelNameOrNone':
      return typeof value === 'string';
    case 'httpsOrNone':
      return value === '' || (typeof value === 'string' && /^https:\/\/\S+$/.test(value));
    case 'modelNames':
    case 'languages':
    case 'patterns':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'amount':
      return typeof value === 'number' && isPrice(value);
    case 'percent':
      return typeof value === 'number' && value >= 0 && value <= 100;
    case 'whole':
    case 'share':
    case 'flag':
    case 'choice':
      return isAllowed(rule, value);
  }
}
