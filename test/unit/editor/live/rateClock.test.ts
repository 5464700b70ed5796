import assert from 'node:assert/strict';
import type { PriceTable } from '../../../../src/core/pricing/table/priceTable';
import { RateClock } from '../../../../src/editor/live/rateClock';
import { bundledModel } from '../../../support/priceTables';

/** The peak hours of a Monday end at 04:00. */
const PEAK_END_MS = Date.UTC(2026, 10, 23, 4);

describe('the clock of the next rate change', () => {
  const realNow = Date.now;
  const realTimeout = globalThis.setTimeout;
  afterEach(() => {
    Date.now = realNow;
    globalThis.setTimeout = realTimeout;
  });

  const table: PriceTable = { models: [bundledModel('deepseek/deepseek-flash')] };

  it('calls back when peak hours end', async () => {
    const start = performance.now();
    Date.now = () => PEAK_END_MS - 50 + performance.now() - start;
    await refreshed((clock) => clock.follow({ table, atMs: Date.now() }));
    assert.ok(Date.now() >= PEAK_END_MS);
  });

  it('calls back when the clock is set back', async () => {
    let setBackMs = 0;
    Date.now = () => PEAK_END_MS - 3_600_000 - setBackMs;
    const due: (() => void)[] = [];
    globalThis.setTimeout = ((work: () => void) => due.push(work)) as typeof setTimeout;
    let refreshes = 0;
    const clock = new RateClock(() => refreshes++);
    clock.follow({ table, atMs: Date.now() });
    // The search ends, and the wait for the change begins.
    due.shift()?.();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    due.shift()?.();
    assert.deepEqual([refreshes, due.length], [0, 1]);
    setBackMs = 86_400_000;
    due.shift()?.();
    assert.deepEqual([refreshes, due.length], [1, 0]);
    clock.dispose();
  });

  it('looks again when an earlier time is followed while it seeks', async () => {
    const start = performance.now();
    Date.now = () => PEAK_END_MS - 50 + performance.now() - start;
    const many = { models: Array.from({ length: 20_000 }, () => table.models).flat() };
    await refreshed((clock) => {
      clock.follow({ table: many, atMs: PEAK_END_MS + 1 });
      // Once the search has begun, which takes several slices.
      setTimeout(() => clock.follow({ table: many, atMs: PEAK_END_MS - 50 }), 1);
    });
    assert.ok(Date.now() >= PEAK_END_MS);
  });
});

async function refreshed(follow: (clock: RateClock) => void): Promise<void> {
  return new Promise((resolve) => {
    const clock: RateClock = new RateClock(() => {
      clock.dispose();
      resolve();
    });
    follow(clock);
  });
}
