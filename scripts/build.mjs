// Bundles the extension (Node and browser hosts), the report page and the terminal program into dist/.
// Usage: node scripts/build.mjs [--watch]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');

/** @type {Set<string>} */
const written = new Set();

/**
 * Writes only files that have changed, so that a build does not disturb windows that run the extension.
 * @type {import('esbuild').Plugin}
 */
const writeChanges = {
  name: 'write changes',
  setup(build) {
    build.onEnd(({ outputFiles = [] }) => {
      for (const { path, contents } of outputFiles) {
        written.add(path);
        if (existsSync(path) && readFileSync(path).equals(contents)) continue;
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, contents);
      }
    });
  },
};

/** Deletes files of earlier builds that this one has not written. */
function removeOldFiles() {
  for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
    const path = join(process.cwd(), entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(path)) rmSync(path);
  }
}

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error' },
  // "…" and "×" as they are, not as escapes of six bytes.
  charset: 'utf8',
  write: false,
  plugins: [writeChanges],
  define: { BUNDLED_TABLE_SHA256: JSON.stringify(sha256('pricing.json')) },
};

/** The CommonJS entry of jsonc-parser calls `require` with computed names, which esbuild cannot bundle. */
const NODE_FIELDS = ['module', 'main'];

/** @param {string} file */
function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    // What Node 20 runs as it is; `node20` would rewrite some of it.
    target: 'es2023',
    external: ['vscode'],
    mainFields: NODE_FIELDS,
  },
  {
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
  },
  {
    ...shared,
    entryPoints: ['src/report/main.tsx'],
    outfile: 'dist/report/main.js',
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
  },
  { ...shared, entryPoints: ['src/report/main.css'], outfile: 'dist/report/main.css' },
  {
    ...shared,
    entryPoints: ['src/cli/entry.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    mainFields: NODE_FIELDS,
  },
];

for (const options of bundles) {
  const bundle = await context(options);
  await bundle.rebuild();
  if (watch) await bundle.watch();
  else await bundle.dispose();
}
removeOldFiles();
if (watch) process.stdout.write('watching\n');
