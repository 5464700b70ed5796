import assert from 'node:assert/strict';
import type { PriceTable } from '../../../../src/core/pricing/table/priceTable';
import { RateClock } from '../../../../src/editor/live/rateClock';
import { bundledModel } from '../../../support/priceTables';

/** The peak hours of a Monday end at 04:00. */
const PEAK_END_MS = Date.UTC(2026, 10, 23, 4);

describe('the clock of the next rate change', () => {
  const realNow = Date.now;
  afterEach(() => {
    Date.now = realNow;
  });

  const table: PriceTable = { models: [bundledModel('deepseek/deepseek-flash')] };

  it('calls back when peak hours end', async () => {
    const start = performance.now();
    Date.now = () => PEAK_END_MS - 50 + performance.now() - start;
    await refreshed((clock) => clock.follow({ table, atMs: Date.now() }));
    assert.ok(Date.now() >= PEAK_END_MS);
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
