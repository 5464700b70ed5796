import assert from 'node:assert/strict';
import type { SourceRow } from '../../../../scripts/pricing/sources/row';
import { withWholeCacheWrites } from '../../../../scripts/pricing/wide/cacheWrites';
import type { WideProvider } from '../../../../scripts/pricing/wide/wideHand';
import { sourceRow } from '../../../support/sourceRows';
import type { Rates } from '../../../../src/core/pricing/table/rateSchema';

const ACME: WideProvider = { id: 'acme', name: 'Acme', in: {} };

function rowOf(usdPerMillionTokens: Rates, long: Rates): SourceRow {
  const tiers = [{ fromPromptTokens: 200_001, usdPerMillionTokens: long }];
  return sourceRow('m-1', usdPerMillionTokens, {
    periods: [{ from: null, to: null, usdPerMillionTokens, tiers }],
  });
}

describe('rates of cache writes below those of input', () => {
  const row = rowOf(
    { input: 1.25, cacheWrite: 0.375, output: 10 },
    { input: 2.5, cacheWrite: 0.375, output: 15 },
  );
  const writes = (provider: Partial<WideProvider>): (number | undefined)[] => {
    const [period] = withWholeCacheWrites(row, { ...ACME, ...provider }).periods;
    const [tier] = period?.tiers ?? [];
    return [period?.usdPerMillionTokens.cacheWrite, tier?.usdPerMillionTokens.cacheWrite];
  };

  it('are dropped, as they are not a whole price', () => {
    assert.deepEqual(writes({}), [undefined, undefined]);
    const [period] = withWholeCacheWrites(row, ACME).periods;
    assert.deepEqual(period?.usdPerMillionTokens, { input: 1.25, output: 10 });
  });

  it('are completed with input where the list states the storage alone', () => {
    assert.deepEqual(writes({ cacheWritesWithoutInput: '^m-' }), [1.625, 2.875]);
    assert.deepEqual(writes({ cacheWritesWithoutInput: '^n-' }), [undefined, undefined]);
  });

  it('are kept where the vendor says so', () => {
    assert.deepEqual(writes({ cheapCacheWrites: '^m-' }), [0.375, 0.375]);
  });

  it('are dropped where they are the rate of output', () => {
    const swapped = rowOf({ input: 1, cacheWrite: 3, output: 3 }, { input: 2, cacheWrite: 2 });
    const [period] = withWholeCacheWrites(swapped, ACME).periods;
    assert.deepEqual(period?.usdPerMillionTokens, { input: 1, output: 3 });
    // Two and a half times the input may be a price, and so may the rate of an output as cheap as the input.
    for (const rates of [
      { input: 2, cacheWrite: 5, output: 5 },
      { input: 1, cacheWrite: 1, output: 1 },
      { input: 1, cacheWrite: 3, output: 10 },
    ]) {
      const kept = rowOf(rates, rates);
      assert.deepEqual(withWholeCacheWrites(kept, ACME), kept);
    }
  });

  it('leave others as they are', () => {
    const claude = rowOf({ input: 3, cacheWrite: 3.75, output: 15 }, { input: 6, output: 22.5 });
    assert.deepEqual(withWholeCacheWrites(claude, ACME), claude);
  });
});
