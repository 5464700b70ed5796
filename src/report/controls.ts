import {
  FIELD_GROUPS,
  FIELD_NAMES,
  SCENARIO_FIELDS,
  type FieldName,
} from '../core/scenario/fields';
import type { FullScenario } from '../core/scenario/scenario';

/** The assumptions by heading. */
export const CONTROL_GROUPS = FIELD_GROUPS.map((id) => ({
  id,
  fields: FIELD_NAMES.filter((name) => SCENARIO_FIELDS[name].group === id),
}));

/** Whether an assumption has an effect: none on output tokens if the text is the output. */
export function hasEffect(name: FieldName, { treatTextAs }: FullScenario): boolean {
  return name !== 'outputTokens' || treatTextAs === 'input';
}

/** Index of a slider's last stop that is not above the value. */
export function stopIndex(stops: readonly number[], value: number): number {
  const above = stops.findIndex((stop) => stop > value);
  return above === -1 ? stops.length - 1 : Math.max(0, above - 1);
}
