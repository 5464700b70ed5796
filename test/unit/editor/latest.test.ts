import assert from 'node:assert/strict';
import { Latest } from '../../../src/editor/latest';

describe('the latest of several runs', () => {
  /** Runs that end when the test says so. */
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
