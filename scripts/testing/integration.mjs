// The step of `npm test` that runs test/integration inside a VS Code.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { quietSettings, writeSettings } from '../host/codeServer.mjs';
import { findBrowser } from '../host/browser.mjs';
import { findDesktop } from '../host/desktop.mjs';
import { hosts, projectFolder } from '../host/hosts.mjs';
import { installHost } from '../host/installHost.mjs';
import { temporaryFolder } from '../host/shutdown.mjs';
import { HumanError } from '../humanError.mjs';
import { freshResultsFile } from './mocha.mjs';
import { outcomeOfFile } from './results.mjs';

/** @param {string} suite */
const bundlesOf = (suite) => join(projectFolder, 'out', suite);
const standIn = join(
  projectFolder,
  'scripts',
  'host',
  process.platform === 'win32' ? 'codeInBrowser.cmd' : 'codeInBrowser.mjs',
);

/**
 * A path as @vscode/test-electron needs it: on Windows it passes arguments to a shell as they are.
 * @param {string} path
 */
export function argumentPath(path, platform = process.platform) {
  return platform === 'win32' ? `"${path}"` : path;
}

/**
 * Bundles the entry and all test files (*.test.ts) of a folder in test/.
 * @param {string} [suite]
 */
export async function buildIntegrationTests(suite = 'integration') {
  const { build } = await import('esbuild');
  const tests = join(projectFolder, 'test');
  // Bundles of files that were moved or deleted would run too.
  rmSync(bundlesOf(suite), { recursive: true, force: true });
  const files = readdirSync(join(tests, suite), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.test.ts'),
  );
  await build({
    entryPoints: [
      { in: join(tests, 'integration', 'index.ts'), out: 'index' },
      ...files.map((file) => ({ in: join(tests, suite, file), out: file.slice(0, -'.ts'.length) })),
    ],
    outdir: bundlesOf(suite),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    // As in scripts/build.mjs.
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
}

/**
 * Installs everything that codeInBrowser.mjs needs. Done here, because two that start at the same time would both
 * install it.
 * @param {import('../host/hosts.mjs').HostName} host
 */
function prepareStandIn(host) {
  installHost(host);
  findBrowser();
}

/** A copy of the fixture that tests may change. */
function workspaceCopy() {
  const { path, remove } = temporaryFolder('workspace');
  cpSync(join(projectFolder, 'test', 'fixtures', 'workspace'), path, { recursive: true });
  return { path, remove };
}

/**
 * @typedef {object} IntegrationOptions
 * @property {string | undefined} [grep]
 * @property {string} [testsFolder]
 * @property {Record<string, unknown>} [settings]
 * @property {Record<string, string>} [environment] additional variables of the extension host
 */

/**
 * @param {import('../host/hosts.mjs').HostName} host
 * @param {IntegrationOptions} [options]
 */
export async function runIntegration(
  host,
  { grep, testsFolder = bundlesOf('integration'), settings = {}, environment = {} } = {},
) {
  const { runTests } = await import('@vscode/test-electron');
  const desktop = await findDesktop(hosts[host].vscodeVersion);
  if (!('executable' in desktop)) prepareStandIn(host);
  const file = freshResultsFile(`integration-${host}`);
  const [workspace, profile] = [workspaceCopy(), temporaryFolder('user')];
  writeSettings(profile.path, { ...quietSettings, ...settings });
  await runTests({
    vscodeExecutablePath: 'executable' in desktop ? desktop.executable : standIn,
    extensionDevelopmentPath: argumentPath(projectFolder),
    extensionTestsPath: argumentPath(join(testsFolder, 'index.js')),
    launchArgs: [
      argumentPath(workspace.path),
      `--user-data-dir=${argumentPath(profile.path)}`,
      `--extensions-dir=${argumentPath(join(profile.path, 'extensions'))}`,
      '--disable-extensions',
    ],
    extensionTestsEnv: {
      API_SPEND_HOST: host,
      API_SPEND_VSCODE_VERSION: hosts[host].vscodeVersion,
      API_SPEND_RESULTS: file,
      API_SPEND_GREP: grep,
      ...environment,
    },
  }).catch((error) => console.log(String(error)));
  workspace.remove();
  profile.remove();
  return outcomeOfFile(file, { filtered: grep !== undefined });
}

/**
 * Runs a folder of test/ that is not part of `npm test` inside VS Code, and returns the JSON that it writes to the file
 * in API_SPEND_FIGURES.
 * @param {string} suite
 * @param {number} limitMs
 * @param {Record<string, string>} [environment]
 * @returns {Promise<any>}
 */
export async function figuresOf(suite, limitMs, environment = {}) {
  await buildIntegrationTests(suite);
  const { path, remove } = temporaryFolder('figures');
  const file = join(path, 'figures.json');
  const outcome = await runIntegration('current', {
    testsFolder: bundlesOf(suite),
    environment: { API_SPEND_LIMIT_MS: String(limitMs), API_SPEND_FIGURES: file, ...environment },
  });
  const figures = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  remove();
  if (outcome.failed > 0 || figures === undefined)
    throw new HumanError(outcome.failures.join('\n'));
  return JSON.parse(figures);
}
