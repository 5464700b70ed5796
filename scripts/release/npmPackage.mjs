// The package for npm: the terminal program with its vocabularies and prices, and nothing else.
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';
import { runNpm } from '../host/npm.mjs';
import { packagedPage } from '../packaging/links.mjs';
import { packagedManifest } from '../packaging/manifest.mjs';
import { repositoryAddress, repositoryPages } from '../packaging/repository.mjs';

/** The package as `npm publish` takes it; the build must have run. */
export const npmFile = join(projectFolder, 'out', 'api-spend.tgz');

/** The page of the terminal program; registries show it as the package's README. */
const PAGE = 'docs/terminal.md';

const DESCRIPTION =
  'Counts the tokens of prompts, files and API requests, and says what they cost at every LLM provider, on your machine.';

/** Fields of the manifest that npm needs. */
const KEPT = new Set([
  'name',
  'version',
  'license',
  'keywords',
  'repository',
  'homepage',
  'bugs',
  'bin',
]);

/**
 * @param {Record<string, unknown>} manifest of the repository
 * @param {string | undefined} address of the repository; provenance needs it
 */
export function npmManifest(manifest, address) {
  const { bin, engines } = /** @type {{ bin: unknown, engines: { node: string } }} */ (manifest);
  const all = { ...packagedManifest(manifest, address), bin };
  return {
    ...Object.fromEntries(Object.entries(all).filter(([key]) => KEPT.has(key))),
    description: DESCRIPTION,
    engines: { node: engines.node },
  };
}

/** Files of the package by their paths in the repository. */
function shippedFiles() {
  const vocabularies = readdirSync(join(projectFolder, 'media', 'vocabularies'))
    .filter((name) => name.endsWith('.bin'))
    .map((name) => `media/vocabularies/${name}`);
  const languages = readdirSync(join(projectFolder, 'l10n'))
    .filter((name) => /^bundle\.l10n\.[\w-]+\.json$/.test(name))
    .map((name) => `l10n/${name}`);
  const own = ['dist/cli.js', 'pricing.json', 'LICENSE', 'THIRD_PARTY_NOTICES'];
  return [...own, ...vocabularies, ...languages];
}

/** Packs the terminal program. */
export function packForNpm() {
  const folder = join(projectFolder, 'out', `npm-${process.pid}`);
  try {
    for (const file of shippedFiles()) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(projectFolder, file), join(folder, file));
    }
    const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
    const address = repositoryAddress(manifest.repository);
    write(join(folder, 'package.json'), JSON.stringify(npmManifest(manifest, address), null, 2));
    write(join(folder, 'README.md'), page(repositoryPages(address)));
    const [packed] = JSON.parse(runNpm(['pack', '--json', '--ignore-scripts'], folder));
    renameSync(join(folder, packed.filename), npmFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('../packaging/links.mjs').Place['pages']} pages */
function page(pages) {
  const markdown = readFileSync(join(projectFolder, PAGE), 'utf8');
  return packagedPage(markdown, { from: PAGE, packaged: () => undefined, pages });
}

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  writeFileSync(file, `${text.trimEnd()}\n`);
}
