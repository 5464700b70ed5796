import assert from 'node:assert/strict';
import { failure, outcomeOfReport, pass, sum } from '../../../scripts/testing/results.mjs';

function report(passes: number, failures: string[] = [], pending = 0): string {
  const failed = failures.map((fullTitle) => ({ fullTitle, err: { message: 'why' } }));
  return JSON.stringify({ stats: { passes, pending }, failures: failed });
}

describe('the outcome of a mocha run', () => {
  it('counts passed, failed and skipped tests', () => {
    assert.deepEqual(outcomeOfReport(report(3, ['a test'], 2)), {
      passed: 3,
      failed: 1,
      skipped: 2,
      failures: ['a test\n    why'],
    });
  });

  it('is one failure without a result, as when the process was killed', () => {
    assert.equal(outcomeOfReport(undefined).failed, 1);
  });

  it('is one failure without a test', () => {
    assert.equal(outcomeOfReport(report(0)).failed, 1);
    assert.equal(outcomeOfReport(report(0, [], 5)).failed, 1);
  });

  it('may be empty if tests were selected by title', () => {
    assert.deepEqual(outcomeOfReport(report(0), { filtered: true }), {
      passed: 0,
      failed: 0,
      skipped: 0,
      failures: [],
    });
  });
});

describe('the sum of outcomes', () => {
  it('adds the counts and keeps the failures in order', () => {
    assert.deepEqual(sum([pass, failure('first'), pass, failure('second')]), {
      passed: 2,
      failed: 2,
      skipped: 0,
      failures: ['first', 'second'],
    });
  });

  it('of no outcomes is zero', () => {
    assert.deepEqual(sum([]), { ...pass, passed: 0 });
  });
});
