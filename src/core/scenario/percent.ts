import { SCENARIO_FIELDS, type FieldName } from './fields';
import type { FieldRule, PercentRule } from './rules';

// People read and write shares in percent: in the dialog, the report, the settings and `.api-spend.json`. Programs have
// shares from 0 to 1: the API, the agent tool and the exports.

const PERCENT: PercentRule = { kind: 'percent' };

/** The values that the setting of an assumption allows. */
export function settingRule(name: FieldName): FieldRule | PercentRule {
  const { rule }: { readonly rule: FieldRule } = SCENARIO_FIELDS[name];
  return rule.kind === 'share' ? PERCENT : rule;
}

/** The value of an assumption as its setting has it: a share of 0.8 is 80. */
export function toSetting(name: FieldName, value: unknown): unknown {
  return settingRule(name).kind === 'percent' ? shifted(value, 2) : value;
}

/** The value of an assumption out of its setting: 80 is a share of 0.8. What is no number stays as it is. */
export function fromSetting(name: FieldName, value: unknown): unknown {
  return settingRule(name).kind === 'percent' ? shifted(value, -2) : value;
}

/** Moves the decimal point in the decimal text: 33.3 / 100 is not 0.333 in floating point, and 0.57 * 100 is not 57. */
function shifted(value: unknown, places: number): unknown {
  if (typeof value !== 'number' || !Number.isFinite(value)) return value;
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
