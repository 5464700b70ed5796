// Mocha's JSON, with the error of the first attempt on each test that passed only when tried again.
const { reporters, Runner } = require('mocha');

const { EVENT_TEST_PASS, EVENT_TEST_RETRY } = Runner.constants;

class RetryReporter extends reporters.JSON {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    /** @type {Map<string, Error>} */
    const errors = new Map();
    runner.on(EVENT_TEST_RETRY, (test, error) => errors.set(test.fullTitle(), error));
    runner.on(EVENT_TEST_PASS, (test) => {
      test.err = errors.get(test.fullTitle());
    });
  }
}

module.exports = RetryReporter;
