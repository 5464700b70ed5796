// THIRD_PARTY_NOTICES: the parts on data and derived code are kept by hand; those on bundled packages are made of what
// the build bundles, with the licences that the packages have.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../host/hosts.mjs';

const RULE = `\n${'='.repeat(80)}\n\n`;

/** The first line of a part on packages. */
const MADE = /^npm package (\S+) /;

/** Licences that permit to bundle with the text of the licence alone. */
const PERMITTED = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause']);

/** @typedef {{ readonly name: string, readonly version: string, readonly licence: string, readonly text: string }} Notice */

/**
 * The notices with a part for each package, and none for others.
 * @param {string} notices as they are
 * @param {readonly Notice[]} packages
 */
export function withPackages(notices, packages) {
  const byHand = notices.split(RULE).filter((part) => !MADE.test(part));
  const made = packages.map(
    ({ name, version, licence, text }) =>
      `npm package ${name} ${version} (bundled; ${licence})\n\n${text.trim()}\n`,
  );
  return [...byHand, ...made].join(RULE);
}

/**
 * The licence of an installed package.
 * @param {import('./bundledPackages.mjs').BundledPackage} bundled
 * @returns {Notice}
 */
export function noticeOf({ name, version, folder: place }) {
  const folder = join(projectFolder, place);
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} has no text of its licence.`);
  if (!PERMITTED.has(license)) throw new Error(`${name}: is it permitted to bundle ${license}?`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  return { name, version, licence: license, text: text.replaceAll(/[ \t]+$/gm, '') };
}
