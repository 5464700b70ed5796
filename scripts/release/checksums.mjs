import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HumanError } from '../humanError.mjs';

export const CHECKSUMS_FILE = 'SHA256SUMS';

/**
 * A line for each file, as `sha256sum --check` reads it.
 * @param {string} folder
 * @param {readonly string[]} names of files in it
 */
export function checksums(folder, names) {
  return names.map((name) => `${sha256(join(folder, name))}  ${name}\n`).join('');
}

/**
 * Checks that the files in a folder are those that the build wrote.
 * @param {string} folder with `SHA256SUMS`
 * @returns {readonly string[]} the names of the files
 * @throws {HumanError} if one has changed
 */
export function checkFiles(folder) {
  const lines = readFileSync(join(folder, CHECKSUMS_FILE), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [sum, name = ''] = line.split('  ');
    if (sha256(join(folder, name)) !== sum) throw new HumanError(`${name} is not as it was built.`);
    return name;
  });
}

/** @param {string} file */
function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
