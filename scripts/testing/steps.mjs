// The steps of `npm test`. Imported only after the project's packages are installed.
import { packageExtension } from '../extensionPackage.mjs';
import { packForNpm } from '../release/npmPackage.mjs';
import { check } from './check.mjs';
import { runEndToEnd } from './endToEnd.mjs';
import { runIntegration, runWebIntegration } from './integration.mjs';
import { buildIntegrationTests } from './integrationBundles.mjs';
import { runSuite } from './mocha.mjs';
import { failure, indent, sum } from './results.mjs';
import { runTasks } from './schedule.mjs';
import { stepNames } from './options.mjs';

/** @typedef {import('./results.mjs').Outcome} Outcome */
/** @typedef {import('./options.mjs').StepName} StepName */

/** Excludes tests whose titles end with "(one version)": they take long and do not depend on VS Code's version. */
const NOT_ONE_VERSION = String.raw`^(?!.*\(one version\)$)`;

/** @type {Promise<void> | undefined} */
let integrationTests;

/** Bundles the tests once for both versions. */
function integrationTestsBuilt() {
  integrationTests ??= buildIntegrationTests();
  return integrationTests;
}

/**
 * @param {import('../host/hosts.mjs').HostName} host
 * @param {string} [usualGrep]
 */
const integration = (host, usualGrep) => async (/** @type {string | undefined} */ grep) => {
  await integrationTestsBuilt();
  return runIntegration(host, { grep: grep ?? usualGrep });
};

/** Number of steps that run side by side. */
const SLOTS = 2;

/**
 * @typedef {object} Step
 * @property {readonly StepName[]} [after] steps that must end first
 * @property {number} [slots] default: 1
 * @property {boolean} [needsBuild] skipped if `build` fails
 * @property {(grep: string | undefined) => Promise<Outcome>} run
 */

/** @type {Record<StepName, Step>} */
const steps = {
  build: { run: () => check('build', []) },
  unit: { run: (grep) => runSuite('unit', { grep, timeoutMs: 60_000 }) },
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
    after: ['build'],
    needsBuild: true,
    run: async (grep) => {
      await packageExtension();
      packForNpm();
      return runSuite('package', { grep, timeoutMs: 60_000 });
    },
  },
  'integration-current': {
    after: ['build'],
    needsBuild: true,
    run: integration('current'),
  },
  'integration-oldest': {
    after: ['build'],
    needsBuild: true,
    run: integration('oldest', NOT_ONE_VERSION),
  },
  'integration-web': {
    after: ['build'],
    needsBuild: true,
    run: (grep) => runWebIntegration({ grep: grep ?? NOT_ONE_VERSION }),
  },
  e2e: {
    after: ['build', 'package'],
    needsBuild: true,
    slots: SLOTS,
    run: runEndToEnd,
  },
};

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
  return outcome;
}

/**
 * Runs all chosen steps even if one fails; only steps that need the build are skipped if it fails.
 * @param {{ steps: Set<StepName>, grep: string | undefined }} options
 */
export async function runSteps({ steps: chosen, grep }) {
  /** @type {Map<StepName, Outcome>} */
  const outcomes = new Map();
  const run = async (/** @type {StepName} */ name) => {
    const built = outcomes.get('build')?.failed !== 1;
    const skip = steps[name].needsBuild === true && !built;
    if (skip) console.log(`${name}: not run, because the build failed`);
    outcomes.set(name, skip ? failure(`${name} did not run`) : await runStep(name, grep));
  };
  const names = stepNames.filter((name) => chosen.has(name));
  await runTasks(
    names.map((name) => {
      const { after = [], slots = 1 } = steps[name];
      return { name, after, slots, run: () => run(name) };
    }),
    SLOTS,
  );
  return sum([...outcomes.values()]);
}
