import { parseArgs } from 'node:util';
import { HumanError } from '../humanError.mjs';

/** The steps of `npm test`, in the order in which they start. */
export const stepNames = /** @type {const} */ ([
  'build',
  'unit',
  'format',
  'types',
  'lint',
  'built',
  'package',
  'integration-current',
  'integration-oldest',
  'integration-web',
  'e2e',
]);

/**
 * Steps that run only when they are named. In the web worker, tests of the status bar do not end yet.
 * @type {ReadonlySet<string>}
 */
const namedOnly = new Set(['integration-web']);

/** @typedef {(typeof stepNames)[number]} StepName */

/**
 * `--only=unit,integration` selects steps by name or by its first word; `--grep` selects tests by title.
 * @param {string[]} args
 */
export function readTestOptions(args) {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, grep: { type: 'string' } },
  });
  const chosen = values.only?.split(',') ?? ['all'];
  const steps = new Set(chosen.flatMap(stepsNamed));
  return { steps, grep: values.grep };
}

/**
 * @param {string} name
 * @returns {readonly StepName[]}
 */
function stepsNamed(name) {
  if (name === 'all') return stepNames.filter((step) => !namedOnly.has(step));
  const steps = stepNames.filter((step) => step === name || step.startsWith(`${name}-`));
  if (steps.length > 0) return steps;
  throw new HumanError(`There is no step "${name}". The steps are: ${stepNames.join(', ')}.`);
}
