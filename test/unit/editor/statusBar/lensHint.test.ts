import assert from 'node:assert/strict';
import { LensHint } from '../../../../src/editor/statusBar/lensHint';

const DAY_MS = 86_400_000;

/** A memory that is kept while VS Code is closed. */
function memory(stored?: unknown) {
  const values = new Map<string, unknown>(stored === undefined ? [] : [['lensHintSince', stored]]);
  return {
    get: <T>(key: string, otherwise?: T): T => (values.get(key) ?? otherwise) as T,
    update: async (key: string, value: unknown): Promise<void> => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}

describe('the hint at lenses', () => {
  it('is shown on the first prompt file alone, for a week', () => {
    const kept = memory();
    const hint = new LensHint(kept);
    assert.deepEqual(
      [hint.show('a', 0), hint.show('b', 1), hint.show('a', 2)],
      [true, false, true],
    );
    const restarted = new LensHint(kept);
    assert.deepEqual([restarted.show('b', DAY_MS), restarted.show('a', DAY_MS)], [false, true]);
    assert.equal(restarted.show('a', 7 * DAY_MS), false);
  });

  it('is shown on one file in all windows, which have one memory', () => {
    const kept = memory();
    const [one, other] = [new LensHint(kept), new LensHint(kept)];
    assert.deepEqual(
      [one.show('a', 0), other.show('b', 1), one.show('c', 2), other.show('a', 3)],
      [true, false, false, true],
    );
  });

  it('ends when the clock was set back by more than its week', () => {
    const kept = memory({ uri: 'a', sinceMs: 365 * DAY_MS });
    assert.equal(new LensHint(kept).show('a', 0), false);
    assert.equal(new LensHint(kept).show('a', 364 * DAY_MS), true);
  });

  it('is not shown again after an answer, nor where an earlier version has shown it', () => {
    const hint = new LensHint(memory());
    hint.show('a', 0);
    hint.end();
    assert.equal(hint.show('a', 1), false);
    for (const stored of [0, 1_700_000_000_000])
      assert.equal(new LensHint(memory(stored)).show('a', 1_700_000_000_001), false);
  });
});
