// The pages of the package: README and changelog, which registries show, and docs, which the editor shows.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';
import { packagedPage } from './links.mjs';
import { repositoryAddress, repositoryPages } from './repository.mjs';

/** What registries show. They cannot open a file of the package. */
const SHOWN = ['README.md', 'CHANGELOG.md'];

/** Files of the package to which pages of `docs/` have links. */
const BESIDE = new Set(['api.d.ts', 'pricing.json', 'THIRD_PARTY_NOTICES']);

/** The folder of the pages, in the repository and in the package. */
export const PAGES_FOLDER = 'dist';

/**
 * The pages by their paths below `dist/`.
 * @returns {Record<string, string>}
 */
export function packagedPages() {
  const docs = readdirSync(join(projectFolder, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`);
  const pages = repositoryPages(repositoryAddress(manifest().repository));
  const page = (
    /** @type {string} */ from,
    /** @type {(path: string) => string | undefined} */ packaged,
  ) => [
    from,
    packagedPage(readFileSync(join(projectFolder, from), 'utf8'), { from, packaged, pages }),
  ];
  return Object.fromEntries([
    ...SHOWN.map((name) => page(name, () => undefined)),
    ...docs.map((name) => page(name, (path) => fromDocs(docs, path))),
  ]);
}

/**
 * Where a page of `dist/docs/` finds a file.
 * @param {readonly string[]} docs
 * @param {string} path in the repository
 */
function fromDocs(docs, path) {
  if (docs.includes(path)) return posix.basename(path);
  return BESIDE.has(path) ? `../../${path}` : undefined;
}

function manifest() {
  return JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
}
