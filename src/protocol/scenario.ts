import * as v from 'valibot';
import { FIELD_NAMES } from '../core/scenario/fields';
import { isFieldValue } from '../core/scenario/parse';
import type { FullScenario } from '../core/scenario/scenario';

type FieldSchemas = {
  readonly [Name in keyof FullScenario]: v.GenericSchema<FullScenario[Name]>;
};
type OptionalFieldSchemas = {
  readonly [Name in keyof FullScenario]: v.ExactOptionalSchema<FieldSchemas[Name], undefined>;
};

/** Each assumption with the core's check of its value. */
const fieldChecks = FIELD_NAMES.map(
  (name) => [name, v.custom((value) => isFieldValue(name, value))] as const,
);

export const scenarioSchema = v.strictObject(
  Object.fromEntries(fieldChecks) as unknown as FieldSchemas,
);

/** Assumptions that replace those of the settings. */
export const scenarioChangesSchema = v.strictObject(
  Object.fromEntries(
    fieldChecks.map(([name, check]) => [name, v.exactOptional(check)]),
  ) as unknown as OptionalFieldSchemas,
);

export type ScenarioChanges = v.InferOutput<typeof scenarioChangesSchema>;
