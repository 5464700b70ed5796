import type { FieldProblem } from '../../core/scenario/parse';
import { ENGLISH, asSentence } from '../words';
import type { Unresolved } from '../../core/pricing/names/resolution';
import { describeUnresolved } from '../models/names';
import { describeRule } from '../views/settings';

// Messages for other extensions and for language models, which are only in English.

/** The values that an option of the API allows; follows its name. */
export const OPTION_RULES = {
  at: 'must be a Date, milliseconds since 1970, or an instant such as 2026-11-23T14:00:00Z',
  resource: 'must be a Uri',
  signal: 'must be an AbortSignal',
  token: 'must be a CancellationToken',
  models: 'must name at least one model',
  modelOrEncoding: 'name a model or an encoding, not both',
} as const;

/** "models: must name at least one model." */
export function wrongOption(name: string, rule: string): string {
  return `${name}: ${rule}.`;
}

export const TEXT_NOT_STRING = 'text is not a string.';

/** @param unknown names that no field of the scenario has. */
export function wrongScenario(unknown: readonly string[], wrong: readonly FieldProblem[]): string {
  const sentences = [
    ...unknown.map((name) => `scenario.${name} does not exist`),
    ...wrong.map(({ name, rule, value }) => {
      return `scenario.${name} is not ${describeRule(ENGLISH, rule)}: ${JSON.stringify(value)}`;
    }),
  ];
  return `${sentences.join('; ')}.`;
}

/** '"o-1" is not in the price table. The nearest are: openai/o1.' */
export function noSuchModel(name: string, resolution: Unresolved, ids: readonly string[]): string {
  return asSentence(ENGLISH, describeUnresolved(ENGLISH, name, resolution, ids));
}
