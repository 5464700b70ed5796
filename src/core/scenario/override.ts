import { parseScenario, SCENARIO_FIELD_NAMES, type FieldProblem } from './parse';
import type { FullScenario } from './scenario';

export type OverriddenScenario =
  | { readonly ok: true; readonly scenario: FullScenario }
  | {
      readonly ok: false;
      /** Fields that are given but are not what they may be. */
      readonly problems: readonly FieldProblem[];
      /** Names that no field has. */
      readonly unknown: readonly string[];
    };

/** A scenario with some assumptions replaced, or what is wrong with those that are given. */
export function overrideScenario(
  base: FullScenario,
  changes: Readonly<Record<string, unknown>>,
): OverriddenScenario {
  const names: readonly string[] = SCENARIO_FIELD_NAMES;
  const unknown = Object.keys(changes).filter((name) => !names.includes(name));
  const result = parseScenario((name) => changes[name] ?? base[name]);
  if (result.ok && unknown.length === 0) return result;
  return { ok: false, problems: result.ok ? [] : result.problems, unknown };
}
