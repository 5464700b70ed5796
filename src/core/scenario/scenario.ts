import type { Terms } from '../pricing/rates/factors';
import { FIELD_NAMES, SCENARIO_FIELDS, type FieldName } from './fields';
import type { ValueOf } from './rules';

type Fields = typeof SCENARIO_FIELDS;

/** All of the user's assumptions about a call. */
export type FullScenario = {
  readonly [Name in keyof Fields]: ValueOf<Fields[Name]['rule']>;
};

/** The user's assumptions about a call. An absent field has its default value. */
export type Scenario = Pick<FullScenario, 'outputTokens'> & Partial<FullScenario>;

/** `input`: the text is sent to the model; `output`: the model writes it. */
export type TextRole = FullScenario['treatTextAs'];

export const DEFAULT_SCENARIO = scenarioOf((name) => SCENARIO_FIELDS[name].standard);

export function completeScenario(scenario: Scenario): FullScenario {
  return { ...DEFAULT_SCENARIO, ...scenario };
}

/** The assumptions that decide which prices apply. */
export function termsOf({ batch, serviceTier, regional }: FullScenario): Terms {
  return { batch, serviceTier, regional };
}

/** @param valueOf returns a value that the field's rule allows. */
export function scenarioOf(valueOf: (name: FieldName) => unknown): FullScenario {
  const entries = FIELD_NAMES.map((name) => [name, valueOf(name)] as const);
  return Object.fromEntries(entries) as unknown as FullScenario;
}
