import assert from 'node:assert/strict';
import { Introduction } from '../../../../src/editor/statusBar/introduction';

const HOUR_MS = 3_600_000;

/** A memory that is kept while VS Code is closed, and that all windows have in common. */
function memory(stored: Readonly<Record<string, unknown>> = {}) {
  const values = new Map(Object.entries(stored));
  return {
    get: <T>(key: string, otherwise?: T): T => (values.get(key) ?? otherwise) as T,
    update: async (key: string, value: unknown): Promise<void> => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}

describe('the introduction of the status bar', () => {
  it('stays on the first cost until the user runs a command', () => {
    const introduction = new Introduction(memory());
    assert.equal(introduction.isAwaited, true);
    assert.deepEqual([introduction.show(5), introduction.show(6)], [true, true]);
    assert.equal(introduction.isAwaited, false);
    assert.equal(introduction.end(), true);
    assert.deepEqual([introduction.show(7), introduction.end()], [false, false]);
  });

  it('does not come back after a restart, whether it was ended or not', () => {
    const kept = memory();
    new Introduction(kept).show(0);
    const restarted = new Introduction(kept);
    assert.deepEqual([restarted.isAwaited, restarted.show(1)], [false, false]);
  });

  it('is in one window alone', () => {
    const kept = memory();
    const [one, other] = [new Introduction(kept), new Introduction(kept)];
    assert.deepEqual([one.show(0), other.show(1), one.show(2)], [true, false, true]);
  });

  it('ends after an hour, and when the clock is set back by one', () => {
    for (const later of [HOUR_MS, -HOUR_MS]) {
      const introduction = new Introduction(memory());
      introduction.show(10 * HOUR_MS);
      assert.equal(introduction.show(10 * HOUR_MS + later - Math.sign(later)), true);
      assert.equal(introduction.show(10 * HOUR_MS + later), false);
    }
  });

  it('is not shown to who runs a command first, nor to who has used an earlier version', () => {
    const first = new Introduction(memory());
    assert.equal(first.end(), true);
    assert.equal(first.show(0), false);
    const updated = new Introduction(memory({ seenPrices: { 'openai/o1': {} } }));
    assert.deepEqual([updated.isAwaited, updated.show(0)], [false, false]);
  });
});
