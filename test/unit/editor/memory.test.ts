import assert from 'node:assert/strict';
import { lenient } from '../../../src/editor/memory';
import type { Logger } from '../../../src/editor/log';

describe('a memory whose storage cannot be written', () => {
  it('keeps what VS Code keeps, logs each failure, and tells the first one', async () => {
    const values = new Map<string, unknown>();
    const logged: string[] = [];
    const told: string[] = [];
    const log = { error: (problem: string | Error) => logged.push(String(problem)) };
    const memory = lenient(
      {
        get: <T>(key: string, otherwise?: T): T => (values.get(key) ?? otherwise) as T,
        // As VS Code does: first in memory, then in its database.
        async update(key: string, value: unknown) {
          values.set(key, value);
          return Promise.reject(new Error('SQLITE_READONLY'));
        },
      },
      log as unknown as Logger,
      (reason) => told.push(reason),
    );
    await memory.update('a', 1);
    await memory.update('b', 2);
    assert.deepEqual([memory.get('a'), memory.get('b'), memory.get('c', 3)], [1, 2, 3]);
    assert.deepEqual(logged, ['Error: SQLITE_READONLY', 'Error: SQLITE_READONLY']);
    assert.deepEqual(told, ['SQLITE_READONLY']);
  });
});
