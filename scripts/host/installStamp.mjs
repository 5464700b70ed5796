// Remembers the hash of what an install was made from in node_modules, so that deleting those installs again.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} folder */
const stampFile = (folder) => join(folder, 'node_modules', '.api-spend-install');

/**
 * @param {string} folder
 * @param {readonly string[]} recipe the scripts that change what npm installed
 */
function installHash(folder, recipe) {
  const hash = createHash('sha256');
  for (const file of [join(folder, 'package-lock.json'), ...recipe])
    hash.update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @param {readonly string[]} [recipe]
 */
export function isInstalled(folder, recipe = []) {
  return (
    existsSync(stampFile(folder)) &&
    readFileSync(stampFile(folder), 'utf8') === installHash(folder, recipe)
  );
}

/**
 * @param {string} folder
 * @param {readonly string[]} [recipe]
 */
export function markInstalled(folder, recipe = []) {
  writeFileSync(stampFile(folder), installHash(folder, recipe));
}
