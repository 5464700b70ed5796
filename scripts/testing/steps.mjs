// The steps of `npm test`. Loaded only when the project's packages are installed.
import { packageArguments } from '../extensionPackage.mjs';
import { installHost } from '../host/installHost.mjs';
import { check } from './check.mjs';
import { buildIntegrationTests, runIntegration } from './integration.mjs';
import { runSuite } from './mocha.mjs';
import { failure, indent, sum } from './results.mjs';
import { runTasks } from './schedule.mjs';
import { stepNames } from './options.mjs';

/** @typedef {import('./results.mjs').Outcome} Outcome */
/** @typedef {import('./options.mjs').StepName} StepName */

/**
 * VS Code now and then misses a change of a file, and a busy machine loses a key or a click before it reaches
 * VS Code: a test that fails there is tried again, and reported.
 */
const RETRIES = 1;

/** Titles of tests that take long and do not depend on VS Code's version end with "(one version)". */
const NOT_ONE_VERSION = String.raw`^(?!.*\(one version\)$)`;

/**
 * @param {import('../host/hosts.mjs').HostName} host
 * @param {string} [usualGrep]
 */
const integration = (host, usualGrep) => async (/** @type {string | undefined} */ grep) => {
  await buildIntegrationTests();
  return runIntegration(host, { grep: grep ?? usualGrep, retries: RETRIES });
};

/**
 * @typedef {object} Step
 * @property {readonly StepName[]} [after] steps that must be over first
 * @property {boolean} [needsBuild] it is not run if `build` failed
 * @property {(grep: string | undefined) => Promise<Outcome>} run
 */

/**
 * Packaging builds again, so nothing that runs dist/ may run beside it.
 * @type {Record<StepName, Step>}
 */
const steps = {
  build: { run: () => check('build', []) },
  unit: { run: (grep) => runSuite('unit', { grep, timeoutMs: 10_000 }) },
  format: {
    run: () => check('prettier', ['--check', '--cache', '--cache-strategy=content', '.']),
  },
  types: { run: () => check('tsc', ['--build']) },
  lint: { run: () => check('oxlint', ['--type-aware', '--deny-warnings']) },
  built: {
    after: ['build'],
    needsBuild: true,
    run: (grep) => runSuite('built', { grep, timeoutMs: 60_000 }),
  },
  package: {
    after: ['build', 'built'],
    needsBuild: true,
    run: () => check('vsce', packageArguments()),
  },
  'integration-current': {
    after: ['build', 'package'],
    needsBuild: true,
    run: integration('current'),
  },
  'integration-oldest': {
    after: ['build', 'package', 'integration-current'],
    needsBuild: true,
    run: integration('oldest', NOT_ONE_VERSION),
  },
  e2e: {
    after: ['build', 'package', 'integration-oldest'],
    needsBuild: true,
    run: async (grep) => {
      installHost('current');
      return runSuite('e2e', { grep, timeoutMs: 120_000, retries: RETRIES });
    },
  },
};

/** Steps that run side by side. */
const SLOTS = 2;

/**
 * Runs a step and prints its outcome.
 * @param {StepName} name
 * @param {string | undefined} grep
 */
async function runStep(name, grep) {
  const start = performance.now();
  const outcome = await steps[name]
    .run(grep)
    .catch((error) => failure(String(error?.stack ?? error)));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
  console.log(
    `${name}: ${outcome.passed} passed, ${outcome.failed} failed${skipped} (${seconds} s)`,
  );
  for (const text of outcome.failures) console.log(indent(text));
  for (const text of outcome.triedAgain) console.log(indent(`passed when tried again: ${text}`));
  return outcome;
}

/**
 * All chosen steps run even if one fails, except those that need the build.
 * @param {{ steps: Set<StepName>, grep: string | undefined }} options
 */
export async function runSteps({ steps: chosen, grep }) {
  /** @type {Map<StepName, Outcome>} */
  const outcomes = new Map();
  const run = async (/** @type {StepName} */ name) => {
    const built = outcomes.get('build')?.failed !== 1;
    const skip = steps[name].needsBuild === true && !built;
    if (skip) console.log(`${name}: not run, as the build failed`);
    outcomes.set(name, skip ? failure(`${name} did not run`) : await runStep(name, grep));
  };
  const names = stepNames.filter((name) => chosen.has(name));
  await runTasks(
    names.map((name) => ({ name, after: steps[name].after ?? [], slots: 1, run: () => run(name) })),
    SLOTS,
  );
  return sum([...outcomes.values()]);
}
