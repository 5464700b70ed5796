// Bundles the integration tests for the two kinds of extension host.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';
import { nodeOnlyTests } from './nodeOnlyTests.mjs';

const tests = join(projectFolder, 'test');

/** @param {string} suite */
export const bundlesOf = (suite) => join(projectFolder, 'out', suite);

/**
 * The test files of a folder in test/, as paths in it. Deletes the bundles of an earlier build, because those of files
 * that were moved or deleted would run too.
 * @param {string} suite
 */
function testFiles(suite) {
  return readdirSync(join(tests, suite), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts'))
    .toSorted();
}

/** @satisfies {import('esbuild').BuildOptions} */
const shared = /** @type {const} */ ({
  bundle: true,
  format: 'cjs',
  sourcemap: 'inline',
  // As in scripts/build.mjs.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});

/**
 * Bundles the entry and all test files (*.test.ts) of a folder in test/ for Node.
 * @param {string} [suite]
 */
export async function buildIntegrationTests(suite = 'integration') {
  const { build } = await import('esbuild');
  rmSync(bundlesOf(suite), { recursive: true, force: true });
  await build({
    ...shared,
    entryPoints: [
      { in: join(tests, 'integration', 'index.ts'), out: 'index' },
      ...testFiles(suite).map((file) => ({
        in: join(tests, suite, file),
        out: file.slice(0, -'.ts'.length),
      })),
    ],
    outdir: bundlesOf(suite),
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
}

/**
 * Bundles the integration tests into one file for a web worker, which has no `require` and no environment.
 * @param {string} outfile
 * @param {Record<string, string | undefined>} environment
 */
export async function buildWebTests(outfile, environment) {
  const { build } = await import('esbuild');
  const folder = join(tests, 'integration');
  await build({
    ...shared,
    mainFields: ['browser', 'module', 'main'],
    entryPoints: [join(folder, 'webIndex.ts')],
    outfile,
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    alias: { 'node:assert/strict': join(tests, 'support', 'webAssert.ts') },
    banner: {
      js: `var process = ${JSON.stringify({ env: environment })}; var global = globalThis;`,
    },
    plugins: [testsOf(folder)],
  });
}

/**
 * Resolves `every integration test` to a module whose function loads the test files in order.
 * @param {string} folder
 * @returns {import('esbuild').Plugin}
 */
function testsOf(folder) {
  const files = testFiles('integration').filter((file) => !(file in nodeOnlyTests));
  const calls = files.map((file) => `require(${JSON.stringify(`./${file}`)});`);
  return {
    name: 'integration tests',
    setup(build) {
      build.onResolve({ filter: /^every integration test$/ }, ({ path }) => ({
        path,
        namespace: 'tests',
      }));
      build.onLoad({ filter: /.*/, namespace: 'tests' }, () => ({
        contents: `exports.loadTests = () => { ${calls.join('\n')} };`,
        resolveDir: folder,
      }));
    },
  };
}
