// Bundles the extension (Node and browser hosts), the report page and the terminal program into dist/, and writes the
// pages of the package there.
// Usage: node scripts/build.mjs [--watch]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { context, transform } from 'esbuild';
import { PACKAGES_FILE, packageAt, packageFoldersIn } from './packaging/bundledPackages.mjs';
import { PAGES_FOLDER, packagedPages } from './packaging/pages.mjs';

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
      for (const { path, contents } of outputFiles) writeChanged(path, contents);
    });
  },
};

/**
 * @param {string} path
 * @param {Uint8Array} contents
 */
function writeChanged(path, contents) {
  written.add(path);
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

function writePackages() {
  const packages = packageFoldersIn(Object.assign({}, ...outputs)).map(packageAt);
  const json = `${JSON.stringify(packages, undefined, 2)}\n`;
  writeChanged(join(process.cwd(), 'dist', PACKAGES_FILE), new TextEncoder().encode(json));
}

function writePages() {
  for (const [name, page] of Object.entries(packagedPages()))
    writeChanged(join(process.cwd(), PAGES_FOLDER, name), new TextEncoder().encode(page));
}

/** Deletes files of earlier builds that this one has not written. */
function removeOldFiles() {
  for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
    const path = join(process.cwd(), entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(path)) rmSync(path);
  }
}

/** What Node 20 runs as it is; `node20` would rewrite some of it. */
const NODE_TARGET = 'es2023';

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
  metafile: true,
  plugins: [writeChanges],
  define: {
    BUNDLED_TABLE_SHA256: JSON.stringify(sha256('pricing.json')),
    VOCABULARY_MANIFEST_SHA256: JSON.stringify(sha256('media/vocabularies/manifest.json')),
  },
};

/**
 * Writes modules as CommonJS, which all supported versions of VS Code load. esbuild splits ES modules only.
 * @type {import('esbuild').Plugin}
 */
const asCommonJs = {
  name: 'as CommonJS',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      const files = await Promise.all(outputFiles.map(commonJs));
      outputFiles.splice(0, outputFiles.length, ...files.flat());
    });
  },
};

/** @param {import('esbuild').OutputFile} module with its map inside. */
async function commonJs({ path, text, hash }) {
  const { code, map } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: NODE_TARGET,
    minify: true,
    charset: 'utf8',
    sourcemap: 'external',
    sourcesContent: false,
    sourcefile: basename(path),
    // Not all hosts of extensions can import a file; all can require one.
    supported: { 'dynamic-import': false },
  });
  const linked = `${code}//# sourceMappingURL=${basename(path)}.map\n`;
  return [outputFile(path, linked, hash), outputFile(`${path}.map`, map, hash)];
}

/**
 * @param {string} path
 * @param {string} text
 * @param {string} hash
 */
function outputFile(path, text, hash) {
  return { path, text, hash, contents: new TextEncoder().encode(text) };
}

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
    outdir: 'dist',
    // What `import()` names is read when it is first needed.
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: NODE_TARGET,
    external: ['vscode'],
    mainFields: NODE_FIELDS,
    sourcemap: 'inline',
    plugins: [asCommonJs, writeChanges],
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

/** @type {import('esbuild').Metafile['outputs'][]} */
const outputs = [];
for (const options of bundles) {
  const bundle = await context(options);
  const { metafile } = await bundle.rebuild();
  if (metafile) outputs.push(metafile.outputs);
  if (watch) await bundle.watch();
  else await bundle.dispose();
}
writePages();
writePackages();
removeOldFiles();
if (watch) process.stdout.write('watching\n');
