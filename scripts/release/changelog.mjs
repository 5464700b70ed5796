// The notes of a release: its section of the changelog.

const UNRELEASED = 'Unreleased';

/**
 * The text below a heading `## VERSION`, which may go on with a day, up to the next heading of that level.
 * @param {string} changelog
 * @param {string} heading
 * @returns {string | undefined} undefined: there is none, or it is empty
 */
function sectionOf(changelog, heading) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((each) => /^\S+/.exec(each)?.[0] === heading);
  const text = section?.slice(section.indexOf('\n')).trim();
  return text === '' ? undefined : text;
}

/**
 * The notes of a version.
 * @param {string} changelog
 * @param {string} version
 * @returns {string | undefined} undefined: there are none, or there are changes above them that are not released
 */
export function releaseNotes(changelog, version) {
  if (sectionOf(changelog, UNRELEASED) !== undefined) return undefined;
  return sectionOf(changelog, version);
}

/**
 * The notes that a rehearsal shows: what is not released yet, or else those of the version.
 * @param {string} changelog
 * @param {string} version
 */
export function rehearsalNotes(changelog, version) {
  return sectionOf(changelog, UNRELEASED) ?? sectionOf(changelog, version);
}
