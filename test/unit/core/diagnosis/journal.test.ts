import assert from 'node:assert/strict';
import { Journal } from '../../../../src/core/diagnosis/journal';

describe('the journal', () => {
  it('keeps the last 20 problems, the oldest first', () => {
    const journal = new Journal();
    for (let atMs = 1; atMs <= 25; atMs++) journal.note({ atMs, problem: String(atMs) });
    const times = journal.incidents.map(({ atMs }) => atMs);
    assert.strictEqual(times.length, 20);
    assert.deepStrictEqual([times[0], times.at(-1)], [6, 25]);
  });

  it('keeps how often each work was done, and its last and longest time', () => {
    const journal = new Journal();
    for (const ms of [3, 9, 4]) journal.took('count', ms);
    journal.took('read prices', 20);
    assert.deepStrictEqual(Object.fromEntries(journal.timings), {
      count: { times: 3, lastMs: 4, longestMs: 9 },
      'read prices': { times: 1, lastMs: 20, longestMs: 20 },
    });
  });
});
