import assert from 'node:assert/strict';
import { cachingOf } from '../../../../../src/core/estimate/caching/caching';
import { storedCacheOf } from '../../../../../src/core/estimate/caching/storage';
import { moneyToDecimal } from '../../../../../src/core/pricing/money';
import type { Scenario } from '../../../../../src/core/scenario/scenario';
import { modelOf, tableFile } from '../../../../support/priceTables';
import { exact, rowOf } from '../../../../support/reports';

const AT_MS = Date.parse('2026-11-23');

/** Half price until 2027. */
const STORAGE = [
  { from: '2027-01-01', usdPerMillionTokenHours: 9, source: 'page' },
  { from: null, usdPerMillionTokenHours: 4.5, source: 'page' },
];

function stored(
  scenario: Partial<Scenario> = {},
  { tokens = 10_000, hours = 1, atMs = AT_MS, model = {}, cachedInput = 0.2 } = {},
) {
  const usdPerMillionTokens = { input: 2, cachedInput, output: 12 };
  const periods = [{ from: null, to: null, source: 'page', usdPerMillionTokens }];
  const found = modelOf(
    tableFile({
      periods,
      cacheMinimumTokens: 4096,
      cacheWritesAtInputRate: true,
      cacheStorage: STORAGE,
      ...model,
    }),
  );
  const row = rowOf(found, [exact(tokens)], { outputTokens: 500, ...scenario }, atMs);
  return storedCacheOf(row, cachingOf(row), hours);
}

function from(...args: Parameters<typeof stored>): number | undefined {
  const breakEven = stored(...args)?.breakEven;
  return breakEven?.kind === 'pays' ? breakEven.from : undefined;
}

describe('when an explicit cache with storage pays', () => {
  it('pays once the calls have saved the write and the hour', () => {
    // 10,000 x 2 = 0.02 to write, x 4.5 = 0.045 for an hour, x 0.2 = 0.002 for each call instead of 0.02.
    // 3 calls: 0.065 + 0.006 = 0.071 > 0.06. 4 calls: 0.073 < 0.08.
    const found = stored();
    assert.ok(found?.breakEven.kind === 'pays');
    assert.equal(found.breakEven.from, 4);
    const { creating, keeping, reading, without } = found;
    assert.deepEqual([creating, keeping, reading, without].map(moneyToDecimal), [
      '0.02',
      '0.045',
      '0.002',
      '0.02',
    ]);
  });

  it('needs more calls for more hours', () => {
    // 0.02 + 24 x 0.045 = 1.1; 61 calls: 1.222 > 1.22; 62: 1.224 < 1.24.
    assert.equal(from({}, { hours: 24 }), 62);
  });

  it('bills what the first call reads, too', () => {
    // At 1 for cached input: 0.02 + 0.045 = 0.065, and 0.01 for each call: 6 calls 0.125 > 0.12, 7 calls 0.135 < 0.14.
    assert.equal(from({}, { cachedInput: 1 }), 7);
  });

  it('keeps the share alone, and has the price of the time', () => {
    // 8,000: 0.016 + 0.036; calls of 0.004 + 0.0016 instead of 0.02: 0.052 / 0.0144 = 3.6.
    const share = stored({ cachedShare: 0.8 });
    assert.deepEqual(share && [share.creating, share.keeping, share.reading].map(moneyToDecimal), [
      '0.016',
      '0.036',
      '0.0056',
    ]);
    // 0.02 + 0.09 = 0.11; 0.11 / 0.018 = 6.1.
    assert.equal(from({}, { atMs: Date.parse('2027-01-01') }), 7);
  });

  it('is unknown in a conversation, below the minimum and without a price of storage', () => {
    assert.equal(stored({ conversationTurns: 3, turnInputTokens: 100 }), undefined);
    assert.equal(stored({}, { tokens: 4095 }), undefined);
    assert.equal(stored({}, { model: { cacheStorage: undefined } }), undefined);
  });
});
