import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  breakEvenOfCalls,
  breakEvenOfTurns,
  type CallCosts,
  type TurnCosts,
} from '../../../../../src/core/estimate/caching/breakEven';
import { addMoney, moneyOfUsd, ZERO_MONEY } from '../../../../../src/core/pricing/money';

function costs(without: number, writing: number, reading: number): CallCosts {
  return {
    without: moneyOfUsd(without),
    writing: moneyOfUsd(writing),
    reading: moneyOfUsd(reading),
  };
}

describe('when caching pays: calls', () => {
  it('pays from the second call at 1.25 and 0.1 times the input rate', () => {
    // 1 call: 1.25 > 1. 2 calls: 1.25 + 0.1 = 1.35 < 2. Hits: (1.25 - 1) / (1.25 - 0.1) = 0.2174
    const found = breakEvenOfCalls(costs(1, 1.25, 0.1));
    assert.ok(found.kind === 'pays');
    assert.deepEqual([found.from, found.isAtOnce], [2, false]);
    assert.ok(Math.abs((found.hitShare ?? NaN) - 0.25 / 1.15) < 1e-12);
  });

  it('pays from the third call at 2 and 0.1 times the input rate', () => {
    // 2 calls: 2 + 0.1 = 2.1 > 2. 3 calls: 2 + 0.2 = 2.2 < 3. Hits: (2 - 1) / (2 - 0.1) = 0.5263
    const found = breakEvenOfCalls(costs(1, 2, 0.1));
    assert.ok(found.kind === 'pays');
    assert.equal(found.from, 3);
    assert.ok(Math.abs((found.hitShare ?? NaN) - 1 / 1.9) < 1e-12);
  });

  it('does not pay where both cost the same', () => {
    // 2 calls: 2 + 0 = 2, the same as without. 3 calls: 2 < 3.
    const found = breakEvenOfCalls(costs(1, 2, 0));
    assert.ok(found.kind === 'pays');
    assert.equal(found.from, 3);
  });

  it('pays at once where writing costs nothing extra', () => {
    // 1 call: 1 = 1. 2 calls: 1 + 0.5 < 2. Hits: (1 - 1) / (1 - 0.5) = 0
    const found = breakEvenOfCalls(costs(1, 1, 0.5));
    assert.deepEqual(found, { kind: 'pays', from: 2, isAtOnce: true, hitShare: 0 });
    // A write that costs less than the input, as MiniMax lists one: from the first call.
    const first = breakEvenOfCalls(costs(1, 0.5, 0.4));
    assert.deepEqual(first, { kind: 'pays', from: 1, isAtOnce: true, hitShare: 0 });
  });

  it('never pays where reading costs no less than sending', () => {
    assert.deepEqual(breakEvenOfCalls(costs(1, 1.25, 1)), { kind: 'never' });
    assert.deepEqual(breakEvenOfCalls(costs(1, 1.25, 1.1)), { kind: 'never' });
    // Free input.
    assert.deepEqual(breakEvenOfCalls(costs(0, 0, 0)), { kind: 'never' });
  });

  it('is the first number of calls that costs less, whatever the rates', () => {
    const rate = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(rate, rate, rate, (i, extra, r) => {
        const w = i + extra;
        const found = breakEvenOfCalls(costs(i / 100, w / 100, r / 100));
        // In whole cents: n calls cost n i without and w + (n - 1) r with.
        const isLess = (n: number): boolean => w + (n - 1) * r < n * i;
        if (found.kind === 'never') return !isLess(1000);
        return isLess(found.from) && !isLess(found.from - 1);
      }),
    );
  });

  it('has a share of hits at which both cost the same', () => {
    const rate = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(rate, rate, rate, (i, extra, r) => {
        const found = breakEvenOfCalls(costs(i / 100, (i + extra) / 100, r / 100));
        if (found.kind === 'never') return true;
        const h = found.hitShare ?? NaN;
        return Math.abs(h * r + (1 - h) * (i + extra) - i) < 1e-9;
      }),
    );
  });
});

describe('when caching pays: turns', () => {
  /** The costs of each turn in USD. */
  function turnCosts(usd: {
    readonly without: readonly number[];
    readonly writing: readonly number[];
    readonly reading: readonly number[];
  }): TurnCosts {
    const sum = (amounts: readonly number[]) =>
      amounts.map(moneyOfUsd).reduce(addMoney, ZERO_MONEY);
    return {
      turns: usd.without.length,
      all: {
        without: sum(usd.without),
        writing: sum(usd.writing),
        reading: sum(usd.reading),
      },
      ofTurn: (turn) => ({
        without: moneyOfUsd(usd.without[turn - 1] ?? NaN),
        reading: moneyOfUsd(usd.reading[turn - 1] ?? NaN),
      }),
    };
  }

  it('pays from the turn whose sum is less', () => {
    // Prompts of 1, 2 and 3 at 1; writes at 1.25, reads at 0.1.
    // Turn 1: 1.25 > 1. Turn 2: 1.25 + 0.1 + 1.25 = 2.6 < 3.
    // Every turn writing: 1.25 + 2.5 + 3.75 = 7.5; with hits 1.25 + 1.35 + 1.45 = 4.05; without 6.
    // Hits: (7.5 - 6) / (7.5 - 4.05) = 0.4348
    const found = breakEvenOfTurns(
      turnCosts({
        without: [1, 2, 3],
        reading: [1.25, 1.35, 1.45],
        writing: [1.25, 2.5, 3.75],
      }),
    );
    assert.ok(found.kind === 'pays');
    assert.deepEqual([found.from, found.isAtOnce], [2, false]);
    assert.ok(Math.abs((found.hitShare ?? NaN) - 1.5 / 3.45) < 1e-12);
  });

  it('never pays if it does not within the turns, and then has no share of hits', () => {
    // 2.5 against 1; 2.5 + 1.1 = 3.6 against 2.1.
    const found = breakEvenOfTurns(
      turnCosts({
        without: [1, 1.1],
        reading: [2.5, 1.1],
        writing: [2.5, 2.75],
      }),
    );
    assert.deepEqual(found, { kind: 'never' });
  });

  it('has no share of hits if the last turns cost more again than the others have saved', () => {
    // After 2 turns 2.6 < 3; after 3 turns 7 > 6. All written: 8.5; (8.5 - 6) / (8.5 - 7) = 1.67.
    const found = breakEvenOfTurns(
      turnCosts({
        without: [1, 2, 3],
        reading: [1.25, 1.35, 4.4],
        writing: [1.25, 2.5, 4.75],
      }),
    );
    assert.deepEqual(found, { kind: 'pays', from: 2, isAtOnce: false, hitShare: undefined });
  });

  it('pays at once if no turn before costs more', () => {
    const found = breakEvenOfTurns(
      turnCosts({
        without: [1, 2],
        reading: [1, 1.1],
        writing: [1, 2],
      }),
    );
    assert.deepEqual(found, { kind: 'pays', from: 2, isAtOnce: true, hitShare: 0 });
  });

  it('is that of calls if all turns are alike', () => {
    const rate = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(rate, rate, rate, (i, extra, r) => {
        const w = i + extra;
        const calls = breakEvenOfCalls(costs(i / 100, w / 100, r / 100));
        const turns = 400;
        const each = (of: (turn: number) => number): readonly number[] =>
          Array.from({ length: turns }, (_, index) => of(index) / 100);
        const found = breakEvenOfTurns(
          turnCosts({
            without: each(() => i),
            reading: each((index) => (index === 0 ? w : r)),
            writing: each(() => w),
          }),
        );
        if (calls.kind === 'never' || calls.from > turns) return found.kind === 'never';
        return found.kind === 'pays' && found.from === calls.from;
      }),
      { numRuns: 50 },
    );
  });
});
