// What `npm audit` knows of the packages that ship.

/**
 * @typedef {object} Finding
 * @property {string} name
 * @property {string} severity
 * @property {readonly (string | { readonly title?: string, readonly url?: string })[]} via
 */

/**
 * One line for each advisory on a package that ships.
 * @param {unknown} report of `npm audit --json`
 * @param {readonly string[]} bundled names of packages
 * @returns {readonly string[] | undefined} undefined: the registry did not answer
 */
export function advisoriesOn(report, bundled) {
  const { vulnerabilities } = /** @type {{ vulnerabilities?: Record<string, Finding> }} */ (report);
  if (vulnerabilities === undefined) return undefined;
  return Object.values(vulnerabilities)
    .filter(({ name }) => bundled.includes(name))
    .map(({ name, severity, via }) => `${name} (${severity}): ${via.map(describe).join('; ')}`);
}

/** @param {Finding['via'][number]} cause a name: a package below has the fault. */
function describe(cause) {
  return typeof cause === 'string' ? cause : `${cause.title ?? 'no title'} ${cause.url ?? ''}`;
}
