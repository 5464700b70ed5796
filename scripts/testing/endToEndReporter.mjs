// A reporter for Playwright Test that writes an Outcome to the file in API_SPEND_RESULTS.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeFailure, failure, sum } from './results.mjs';

/** @typedef {import('./results.mjs').Outcome} Outcome */

class OutcomeReporter {
  /** @type {string[]} */
  #errors = [];
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  #suite;

  printsToStdio() {
    return false;
  }

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite;
  }

  /**
   * Called for errors outside tests, such as a file that cannot be loaded.
   * @param {import('@playwright/test/reporter').TestError} error
   */
  onError(error) {
    this.#errors.push(error.stack ?? error.message ?? 'no message');
  }

  onEnd() {
    const tests = this.#suite?.allTests() ?? [];
    const outcome = sum([...tests.map(outcomeOf), ...this.#errors.map(failure)]);
    const file = process.env['API_SPEND_RESULTS'];
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(outcome));
  }
}

/**
 * A test that did not run because an earlier one failed counts as failed.
 * @param {import('@playwright/test/reporter').TestCase} test
 * @returns {Outcome}
 */
function outcomeOf(test) {
  const none = { passed: 0, failed: 0, skipped: 0, failures: [] };
  if (test.outcome() === 'expected') return { ...none, passed: 1 };
  if (test.expectedStatus === 'skipped') return { ...none, skipped: 1 };
  const title = test.titlePath().slice(3).join(' ');
  const errors = test.results.flatMap((result) => result.errors);
  const text = errors.map(({ stack, message }) => stack ?? message ?? 'no message').join('\n');
  return failure(describeFailure(title, text || 'did not run, because an earlier test failed'));
}

// oxlint-disable-next-line import/no-default-export -- Playwright Test asks for one
export default OutcomeReporter;
