// What follows from the version of a release.
import { HumanError } from '../humanError.mjs';

/** @typedef {'release' | 'pre-release'} Channel */

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/**
 * The channel of a version: odd minor numbers are pre-releases, since registries of extensions take versions of three
 * numbers alone (https://code.visualstudio.com/api/working-with-extensions/publishing-extension#prerelease-extensions).
 * @param {string} version such as 1.2.3
 * @returns {Channel}
 * @throws {HumanError} if it has another form
 */
export function channelOf(version) {
  const minor = VERSION.exec(version)?.[2];
  if (minor === undefined)
    throw new HumanError(`"${version}" is no version of three numbers, such as 1.2.3.`);
  return Number(minor) % 2 === 1 ? 'pre-release' : 'release';
}

/**
 * @param {string} tag of git
 * @param {string} version of package.json
 * @throws {HumanError} if the tag is not that of the version
 */
export function checkTag(tag, version) {
  if (tag === `v${version}`) return;
  throw new HumanError(
    `The tag ${tag} is not v${version}, the version in package.json. Set the version, commit it, and tag that commit.`,
  );
}
