import assert from 'node:assert/strict';
import { Sequence } from '../../../../src/core/scheduling/sequence';

describe('a sequence of jobs', () => {
  it('begins a job only after the one before has ended, so that no change is lost', async () => {
    const jobs = new Sequence();
    let stored: readonly string[] = [];
    const add = async (name: string) =>
      jobs.run(async () => {
        const before = stored;
        await Promise.resolve();
        stored = [...before, name];
      });
    await Promise.all(['a', 'b', 'c'].map(add));
    assert.deepEqual(stored, ['a', 'b', 'c']);
  });

  it('gives the error of a job to its caller, and goes on', async () => {
    const jobs = new Sequence();
    const failing = jobs.run(async () => Promise.reject(new Error('full disk')));
    const next = jobs.run(async () => Promise.resolve(1));
    await assert.rejects(failing, /full disk/);
    assert.equal(await next, 1);
  });
});
