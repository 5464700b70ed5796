// The step of `npm test` that runs test/integration inside a VS Code.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietSettings, writeSettings } from '../host/codeServer.mjs';
import { findBrowser } from '../host/browser.mjs';
import { findDesktop } from '../host/desktop.mjs';
import { hosts, projectFolder } from '../host/hosts.mjs';
import { installHost } from '../host/installHost.mjs';
import { temporaryFolder } from '../host/shutdown.mjs';
import { webExtension } from '../host/webExtension.mjs';
import { HumanError } from '../humanError.mjs';
import { buildIntegrationTests, buildWebTests, bundlesOf } from './integrationBundles.mjs';
import { freshResultsFile } from './mocha.mjs';
import { outcomeOfFile } from './results.mjs';

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
  const desktop = await findDesktop(hosts[host].vscodeVersion);
  if (!('executable' in desktop)) prepareStandIn(host);
  const file = freshResultsFile(`integration-${host}`);
  await runInVsCode(
    {
      vscodeExecutablePath: 'executable' in desktop ? desktop.executable : standIn,
      extensionDevelopmentPath: argumentPath(projectFolder),
      extensionTestsPath: argumentPath(join(testsFolder, 'index.js')),
      extensionTestsEnv: {
        API_SPEND_HOST: host,
        API_SPEND_VSCODE_VERSION: hosts[host].vscodeVersion,
        API_SPEND_RESULTS: file,
        API_SPEND_GREP: grep,
        ...environment,
      },
    },
    settings,
  );
  return outcomeOfFile(file, { filtered: grep !== undefined });
}

/**
 * Runs tests in a fresh window on a copy of the fixture.
 * @param {import('@vscode/test-electron').TestOptions} options
 * @param {Record<string, unknown>} settings
 */
async function runInVsCode(options, settings) {
  const { runTests } = await import('@vscode/test-electron');
  const [workspace, profile] = [workspaceCopy(), temporaryFolder('user')];
  writeSettings(profile.path, { ...quietSettings, ...settings });
  await runTests({
    ...options,
    launchArgs: [
      argumentPath(workspace.path),
      `--user-data-dir=${argumentPath(profile.path)}`,
      `--extensions-dir=${argumentPath(join(profile.path, 'extensions'))}`,
      '--disable-extensions',
    ],
  }).catch((error) => console.log(String(error)));
  workspace.remove();
  profile.remove();
}

/**
 * Runs the integration tests in the web worker of a browser-hosted VS Code. Always the stand-in, because a desktop VS
 * Code is no such editor. VS Code runs tests in the host of the extension whose folder they are in.
 * @param {{ grep?: string | undefined, tests?: string, environment?: Record<string, string> }} options tests: the
 *   text of other tests
 */
export async function runWebIntegration({ grep, tests, environment = {} }) {
  const host = 'current';
  prepareStandIn(host);
  const { vscodeVersion } = hosts[host];
  const { path, remove } = webExtension();
  const file = join(path, 'tests.js');
  if (tests !== undefined) writeFileSync(file, tests);
  else await buildWebTests(file, { API_SPEND_VSCODE_VERSION: vscodeVersion, API_SPEND_GREP: grep });
  await runInVsCode(
    {
      vscodeExecutablePath: standIn,
      extensionDevelopmentPath: argumentPath(path),
      extensionTestsPath: argumentPath(file),
      extensionTestsEnv: { API_SPEND_HOST: host, ...environment },
    },
    {},
  );
  const outcome = outcomeOfFile(join(path, 'results.json'), { filtered: grep !== undefined });
  remove();
  return outcome;
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
