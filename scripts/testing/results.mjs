// What a step of `npm test` came to, and the sum of all.
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures
 * @property {string[]} triedAgain tests that passed only at the second attempt, with why the first failed
 */

/** @type {Outcome} */
export const pass = { passed: 1, failed: 0, skipped: 0, failures: [], triedAgain: [] };

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
    triedAgain: outcomes.flatMap(({ triedAgain }) => triedAgain),
  };
}

/** @typedef {{ fullTitle: string, currentRetry?: number, err: { message?: string, stack?: string } }} MochaTest */

/**
 * @typedef {object} MochaReport what our reporter writes
 * @property {{ passes: number, pending: number }} stats
 * @property {MochaTest[]} passes
 * @property {MochaTest[]} failures
 */

/**
 * A run counts only if it wrote a result with more than zero tests: a VS Code whose extension host was
 * killed ends as if all were well.
 * @param {string | undefined} json
 * @param {{ filtered?: boolean }} [options] whether tests were selected, so that none may match
 * @returns {Outcome}
 */
export function outcomeOfReport(json, { filtered = false } = {}) {
  if (json === undefined)
    return failure(
      'The run ended without a result: its process was killed, hung or could not start. ' +
        'API_SPEND_VERBOSE=1 shows what VS Code logs.',
    );
  const { stats, passes, failures } = /** @type {MochaReport} */ (JSON.parse(json));
  if (stats.passes + failures.length === 0 && !filtered) return failure('No test ran.');
  return {
    passed: stats.passes,
    failed: failures.length,
    skipped: stats.pending,
    failures: failures.map(describeTest),
    triedAgain: passes.filter(({ currentRetry = 0 }) => currentRetry > 0).map(describeTest),
  };
}

/** @param {MochaTest} test */
function describeTest({ fullTitle, err }) {
  return `${fullTitle}\n${indent(firstLines(err.stack ?? err.message ?? 'no message'))}`;
}

/**
 * @param {string} file
 * @param {{ filtered?: boolean }} [options]
 */
export function outcomeOfFile(file, options) {
  return outcomeOfReport(existsSync(file) ? readFileSync(file, 'utf8') : undefined, options);
}

/**
 * A browser's failure carries its whole log.
 * @param {string} text
 */
function firstLines(text) {
  return text.split('\n').slice(0, 40).join('\n');
}

/** @param {string} text */
export function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}
