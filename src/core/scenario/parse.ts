import { FIELD_NAMES, SCENARIO_FIELDS, type FieldName } from './fields';
import { isAllowed, meantValue, type FieldRule } from './rules';
import { scenarioOf, type FullScenario } from './scenario';

export interface FieldProblem {
  readonly name: FieldName;
  readonly rule: FieldRule;
  readonly value: unknown;
}

export function isFieldValue(name: FieldName, value: unknown): boolean {
  return isAllowed(SCENARIO_FIELDS[name].rule, value);
}

/** Builds a scenario from unknown values, or returns the values that their fields do not allow. */
export function parseScenario(
  read: (name: FieldName) => unknown,
):
  | { readonly ok: true; readonly scenario: FullScenario }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] } {
  const meant = (name: FieldName): unknown => meantValue(SCENARIO_FIELDS[name].rule, read(name));
  const problems = FIELD_NAMES.map((name) => ({
    name,
    value: meant(name),
    rule: SCENARIO_FIELDS[name].rule,
  })).filter(({ name, value }) => !isFieldValue(name, value));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, scenario: scenarioOf(meant) };
}
