import { FIELD_NAMES } from './fields';
import { parseScenario, type FieldProblem } from './parse';
import type { FullScenario } from './scenario';

export type OverriddenScenario =
  | { readonly ok: true; readonly scenario: FullScenario }
  | {
      readonly ok: false;
      /** Values that their fields do not allow. */
      readonly problems: readonly FieldProblem[];
      /** Names that are no fields. */
      readonly unknown: readonly string[];
    };

/** Replaces some assumptions of a scenario, or returns all problems of the changes. */
export function overrideScenario(
  base: FullScenario,
  changes: Readonly<Record<string, unknown>>,
): OverriddenScenario {
  const names: readonly string[] = FIELD_NAMES;
  const unknown = Object.keys(changes).filter((name) => !names.includes(name));
  const result = parseScenario((name) => changes[name] ?? base[name]);
  if (result.ok && unknown.length === 0) return result;
  return { ok: false, problems: result.ok ? [] : result.problems, unknown };
}
