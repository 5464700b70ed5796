// The outcome of a step of `npm test`, and the sum of all.
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures
 */

/** @type {Outcome} */
export const pass = { passed: 1, failed: 0, skipped: 0, failures: [] };

/**
 * @param {string} message
 * @returns {Outcome}
 */
export function failure(message) {
  return { ...pass, passed: 0, failed: 1, failures: [message] };
}

/**
 * @param {Outcome[]} outcomes
 * @returns {Outcome}
 */
export function sum(outcomes) {
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.reduce((total, { failed }) => total + failed, 0),
    skipped: outcomes.reduce((total, { skipped }) => total + skipped, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

/** @typedef {{ fullTitle: string, err: { message?: string, stack?: string } }} MochaTest */

/**
 * @typedef {object} MochaReport the fields of mocha's JSON report that are used
 * @property {{ passes: number, pending: number }} stats
 * @property {MochaTest[]} failures
 */

/**
 * A run without a result or without a test counts as failed, because VS Code reports success even if its extension host
 * was killed.
 * @param {string | undefined} json
 * @param {{ filtered?: boolean }} [options] whether tests were selected by title; then a run without a test is valid
 * @returns {Outcome}
 */
export function outcomeOfReport(json, { filtered = false } = {}) {
  if (json === undefined)
    return failure(
      'The run ended without a result: its process was killed, hung or could not start. ' +
        "API_SPEND_VERBOSE=1 prints VS Code's log.",
    );
  const { stats, failures } = /** @type {MochaReport} */ (JSON.parse(json));
  if (stats.passes + failures.length === 0 && !filtered) return failure('No test ran.');
  return {
    passed: stats.passes,
    failed: failures.length,
    skipped: stats.pending,
    failures: failures.map(({ fullTitle, err }) =>
      describeFailure(fullTitle, err.stack ?? err.message ?? 'no message'),
    ),
  };
}

/**
 * @param {string} title
 * @param {string} text its stack
 */
export function describeFailure(title, text) {
  return `${title}\n${indent(firstLines(text))}`;
}

/**
 * @param {string} file
 * @param {{ filtered?: boolean }} [options]
 */
export function outcomeOfFile(file, options) {
  return outcomeOfReport(existsSync(file) ? readFileSync(file, 'utf8') : undefined, options);
}

/**
 * Shortens errors of a browser, which contain its whole log.
 * @param {string} text
 */
function firstLines(text) {
  return text.split('\n').slice(0, 40).join('\n');
}

/** @param {string} text */
export function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}
