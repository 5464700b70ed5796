// Bundles the extension (Node and browser hosts), the report page and the terminal program into dist/.
// Usage: node scripts/build.mjs [--watch]
import { rmSync } from 'node:fs';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  logOverride: { 'import-is-undefined': 'error' },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
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
  {
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
  },
];

rmSync('dist', { recursive: true, force: true });
for (const options of bundles) {
  const bundle = await context(options);
  await bundle.rebuild();
  if (watch) await bundle.watch();
  else await bundle.dispose();
}
if (watch) process.stdout.write('watching\n');
