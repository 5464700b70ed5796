// Which npm packages are in the bundles: as esbuild has put them there, not as package.json lists them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';

/** Written by the build, below `dist/`; does not ship. */
export const PACKAGES_FILE = 'packages.json';

/** @typedef {{ readonly name: string, readonly version: string, readonly folder: string }} BundledPackage */

/**
 * The packages of the last build.
 * @returns {BundledPackage[]}
 */
export function bundledPackages() {
  return JSON.parse(readFileSync(join(projectFolder, 'dist', PACKAGES_FILE), 'utf8'));
}

/**
 * @param {string} folder as of `packageFoldersIn`
 * @returns {BundledPackage}
 */
export function packageAt(folder) {
  const manifest = readFileSync(join(projectFolder, folder, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(manifest);
  return { name, version, folder };
}

/**
 * The folders of the packages that a bundle has code of.
 * @param {Readonly<Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>>} outputs
 *   of esbuild's metafile
 * @returns {string[]} as in `node_modules/@scope/name`
 */
export function packageFoldersIn(outputs) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].toSorted();
}
