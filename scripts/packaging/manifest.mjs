// The manifest of the package: that of the repository, with the addresses that follow from one.
import { repositoryPages } from './repository.mjs';

/** What only the repository uses. */
const OF_REPOSITORY = new Set(['private', 'scripts', 'devDependencies', 'bin']);

/**
 * @param {Record<string, unknown>} manifest
 * @param {string | undefined} address of the repository; without one, no address is made up
 * @returns {Record<string, unknown>}
 */
export function packagedManifest(manifest, address) {
  const kept = Object.entries(manifest).filter(([key]) => !OF_REPOSITORY.has(key));
  return { ...addresses(address), ...Object.fromEntries(kept) };
}

/** @param {string | undefined} address */
function addresses(address) {
  if (address === undefined) return {};
  const issues = repositoryPages(address)?.issues;
  return {
    repository: { type: 'git', url: `${address}.git` },
    homepage: `${address}#readme`,
    ...(issues === undefined ? {} : { bugs: { url: issues } }),
  };
}
