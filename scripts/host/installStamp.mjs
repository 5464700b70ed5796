// Stores the hash of an install's inputs in its node_modules, so that deleting node_modules causes a new install.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} folder */
const stampFile = (folder) => join(folder, 'node_modules', '.api-spend-install');

/**
 * @param {string} folder
 * @param {readonly string[]} recipe scripts that modify the installed packages
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
