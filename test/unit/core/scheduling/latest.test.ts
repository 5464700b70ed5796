import assert from 'node:assert/strict';
import { Latest } from '../../../../src/core/scheduling/latest';

describe('the latest of several runs', () => {
  /** Runs that the test ends. */
  function start(latest: Latest) {
    let end: { resolve(result: string): void; reject(error: Error): void } | undefined;
    const work = new Promise<string>((resolve, reject) => {
      end = { resolve, reject };
    });
    assert.ok(end);
    return { result: latest.run(async () => work), ...end };
  }

  it('is the one that began last, in whatever order they end', async () => {
    const latest = new Latest();
    const [older, newer] = [start(latest), start(latest)];
    newer.resolve('new settings');
    older.resolve('old table');
    assert.deepStrictEqual(await Promise.all([older.result, newer.result]), [
      undefined,
      'new settings',
    ]);
  });

  it('fails where it fails; an older failure is dropped', async () => {
    const latest = new Latest();
    const [older, newer] = [start(latest), start(latest)];
    older.reject(new Error('old'));
    newer.reject(new Error('new'));
    assert.equal(await older.result, undefined);
    await assert.rejects(newer.result, /new/);
  });
});

describe('the signal of a run', () => {
  it('is aborted when a newer run begins, or at stop', () => {
    const latest = new Latest();
    const older = latest.begin();
    const newer = latest.begin();
    assert.deepEqual([older.aborted, newer.aborted], [true, false]);
    latest.stop();
    assert.equal(newer.aborted, true);
  });

  it('reaches the work, whose result is dropped after stop', async () => {
    const latest = new Latest();
    const result = latest.run(async (signal) => {
      latest.stop();
      return signal.aborted;
    });
    assert.equal(await result, undefined);
  });
});
