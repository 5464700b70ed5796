import type { Terms } from '../pricing/rates/factors';
import { FIELD_NAMES, SCENARIO_FIELDS, type FieldName } from './fields';
import type { ValueOf } from './rules';

type Fields = typeof SCENARIO_FIELDS;

/** The user's assumptions about a call, all of them. */
export type FullScenario = {
  readonly [Name in keyof Fields]: ValueOf<Fields[Name]['rule']>;
};

/** The user's assumptions about a call. An absent field has its standard value. */
export type Scenario = Pick<FullScenario, 'outputTokens'> & Partial<FullScenario>;

/** The priced text is sent to the model, or written by it. */
export type TextRole = FullScenario['treatTextAs'];

/** The scenario before anybody changes it. */
export const DEFAULT_SCENARIO = scenarioOf((name) => SCENARIO_FIELDS[name].standard);

export function completeScenario(scenario: Scenario): FullScenario {
  return { ...DEFAULT_SCENARIO, ...scenario };
}

/** The assumptions that decide which prices apply. */
export function termsOf({ batch, serviceTier, regional }: FullScenario): Terms {
  return { batch, serviceTier, regional };
}

/** @param valueOf gives a value that the field's rule allows. */
export function scenarioOf(valueOf: (name: FieldName) => unknown): FullScenario {
  const entries = FIELD_NAMES.map((name) => [name, valueOf(name)] as const);
  return Object.fromEntries(entries) as unknown as FullScenario;
}
