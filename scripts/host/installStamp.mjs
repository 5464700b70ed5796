// Remembers the hash of the installed lock file in node_modules, so that deleting those installs again.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} folder */
const stampFile = (folder) => join(folder, 'node_modules', '.api-spend-install');

/** @param {string} folder */
function lockHash(folder) {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
}

/** @param {string} folder */
export function isInstalled(folder) {
  return (
    existsSync(stampFile(folder)) && readFileSync(stampFile(folder), 'utf8') === lockHash(folder)
  );
}

/** @param {string} folder */
export function markInstalled(folder) {
  writeFileSync(stampFile(folder), lockHash(folder));
}
