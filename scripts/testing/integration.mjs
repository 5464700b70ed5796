// The step of `npm test` that runs test/integration inside a VS Code.
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { quietSettings, writeSettings } from '../host/codeServer.mjs';
import { findDesktop } from '../host/desktop.mjs';
import { hosts, projectFolder } from '../host/hosts.mjs';
import { temporaryFolder } from '../host/shutdown.mjs';
import { freshResultsFile } from './mocha.mjs';
import { outcomeOfFile } from './results.mjs';

const sources = join(projectFolder, 'test', 'integration');
const bundles = join(projectFolder, 'out', 'integration');
const standIn = join(projectFolder, 'scripts', 'host', 'codeInBrowser.mjs');

/** Bundles the entry and every test file, found by name, so that none can be forgotten. */
export async function buildIntegrationTests() {
  const { build } = await import('esbuild');
  const tests = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  );
  await build({
    entryPoints: ['index.ts', ...tests].map((file) => join(sources, file)),
    outdir: bundles,
    outbase: sources,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/** A copy of the fixture, so that tests may write in it. */
function workspaceCopy() {
  const { path, remove } = temporaryFolder('workspace');
  cpSync(join(projectFolder, 'test', 'fixtures', 'workspace'), path, { recursive: true });
  return { path, remove };
}

/**
 * @param {import('../host/hosts.mjs').HostName} host
 * @param {{ grep?: string | undefined, testsFolder?: string, settings?: Record<string, unknown> }} [options]
 */
export async function runIntegration(host, { grep, testsFolder = bundles, settings = {} } = {}) {
  const { runTests } = await import('@vscode/test-electron');
  const desktop = await findDesktop(hosts[host].vscodeVersion);
  const file = freshResultsFile(`integration-${host}`);
  const [workspace, profile] = [workspaceCopy(), temporaryFolder('user')];
  writeSettings(profile.path, { ...quietSettings, ...settings });
  await runTests({
    vscodeExecutablePath: 'executable' in desktop ? desktop.executable : standIn,
    extensionDevelopmentPath: projectFolder,
    extensionTestsPath: join(testsFolder, 'index.js'),
    launchArgs: [
      workspace.path,
      `--user-data-dir=${profile.path}`,
      `--extensions-dir=${join(profile.path, 'extensions')}`,
      '--disable-extensions',
    ],
    extensionTestsEnv: {
      API_SPEND_HOST: host,
      API_SPEND_VSCODE_VERSION: hosts[host].vscodeVersion,
      API_SPEND_RESULTS: file,
      API_SPEND_GREP: grep,
    },
  }).catch((error) => console.log(String(error)));
  workspace.remove();
  profile.remove();
  return outcomeOfFile(file, { filtered: grep !== undefined });
}
