// The steps of `npm test`. Loaded only when the project's packages are installed.
import { packageArguments } from '../extensionPackage.mjs';
import { installHost } from '../host/installHost.mjs';
import { check } from './check.mjs';
import { buildIntegrationTests, runIntegration } from './integration.mjs';
import { runSuite } from './mocha.mjs';
import { failure, indent, sum } from './results.mjs';
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

/** @type {Record<StepName, (grep: string | undefined) => Promise<Outcome>>} */
const steps = {
  format: () => check('prettier', ['--check', '.']),
  lint: () => check('oxlint', ['--type-aware', '--deny-warnings']),
  types: () => check('tsc', ['--build']),
  build: () => check('build', []),
  unit: (grep) => runSuite('unit', { grep, timeoutMs: 10_000 }),
  package: () => check('vsce', packageArguments()),
  'integration-current': integration('current'),
  'integration-oldest': integration('oldest', NOT_ONE_VERSION),
  e2e: async (grep) => {
    installHost('current');
    return runSuite('e2e', { grep, timeoutMs: 120_000, retries: RETRIES });
  },
};

/** These need what `build` makes. */
const needBuild = new Set(['package', 'integration-current', 'integration-oldest', 'e2e']);

/**
 * @param {StepName} name
 * @param {string | undefined} grep
 */
async function runStep(name, grep) {
  const start = performance.now();
  const outcome = await steps[name](grep).catch((error) => failure(String(error?.stack ?? error)));
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
 * All steps run even if one fails, except those that need the build.
 * @param {{ steps: Set<StepName>, grep: string | undefined }} options
 */
export async function runSteps({ steps: chosen, grep }) {
  /** @type {Outcome[]} */
  const outcomes = [];
  let built = true;
  for (const name of stepNames.filter((step) => chosen.has(step))) {
    if (!built && needBuild.has(name)) {
      console.log(`${name}: not run, as the build failed`);
      outcomes.push(failure(`${name} did not run`));
      continue;
    }
    const outcome = await runStep(name, grep);
    if (name === 'build') built = outcome.failed === 0;
    outcomes.push(outcome);
  }
  return sum(outcomes);
}
