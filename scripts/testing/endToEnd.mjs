// The step of `npm test` that runs test/e2e: Playwright Test drives VS Code windows from outside.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../host/browser.mjs';
import { projectFolder } from '../host/hosts.mjs';
import { installHost } from '../host/installHost.mjs';
import { runProgram } from '../program.mjs';
import { freshResultsFile } from './mocha.mjs';
import { failure } from './results.mjs';

/** @typedef {import('./results.mjs').Outcome} Outcome */

/**
 * Bundles the tests as ES modules, because Playwright's own TypeScript loader produces CommonJS, which cannot import
 * our scripts. The scripts are not bundled; they have the same path relative to the bundles as to the tests.
 */
async function bundleTests() {
  const { build } = await import('esbuild');
  const tests = join(projectFolder, 'test', 'e2e');
  const outdir = join(projectFolder, 'out', 'e2e');
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(tests)
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join(tests, file)),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    packages: 'external',
    external: ['../../scripts/*'],
    logLevel: 'warning',
  });
}

/**
 * @param {string | undefined} grep
 * @returns {Promise<Outcome>}
 */
export async function runEndToEnd(grep) {
  // Installed here, because two workers would both install them.
  installHost('current');
  installHost('oldest');
  findBrowser();
  await bundleTests();
  const results = freshResultsFile('e2e');
  const config = join(projectFolder, 'scripts', 'testing', 'endToEnd.config.mjs');
  const filter = grep === undefined ? [] : [`--grep=${grep}`, '--pass-with-no-tests'];
  const { output } = await runProgram('playwright', ['test', `--config=${config}`, ...filter], {
    environment: { API_SPEND_RESULTS: results },
  });
  if (!existsSync(results)) return failure(output);
  const outcome = /** @type {Outcome} */ (JSON.parse(readFileSync(results, 'utf8')));
  const { passed, failed, skipped } = outcome;
  if (passed + failed + skipped === 0 && grep === undefined) return failure('No test ran.');
  return outcome;
}
