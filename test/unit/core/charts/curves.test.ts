import assert from 'node:assert/strict';
import { findCrossovers, rangeOfCrossing, sampleCurves } from '../../../../src/core/charts/curves';
import { costOfTokens } from '../../../../src/core/pricing/money';
import { seedModels } from '../../../support/reports';

describe('the cost curves', () => {
  const [a, b] = seedModels();
  assert.ok(a && b);
  // a: 100 + x, b: 3 x millionths of a dollar. They are equal at 50; from 51 on a is cheaper.
  const costAt = (model: typeof a, x: number) =>
    model === a ? costOfTokens(100 + x, 1) : costOfTokens(x, 3);

  it('cross at the first whole number with the reversed order', () => {
    const crossovers = findCrossovers([a, b], [1, 10, 100, 1000], costAt);
    assert.deepEqual(
      crossovers.map(({ x, cheaper, dearer }) => [x, cheaper.id, dearer.id]),
      [[51, a.id, b.id]],
    );
  });

  it('do not cross where they only touch', () => {
    const same = () => costOfTokens(1, 1);
    assert.deepEqual(findCrossovers([a, b], [1, 10], same), []);
  });

  it('have no point without a price', () => {
    const [curve] = sampleCurves([a], [1, 2], (_, x) => (x === 1 ? undefined : costOfTokens(x, 1)));
    assert.deepEqual(curve?.points, [{ x: 2, usd: 0.000002 }]);
  });

  describe('over the bands of the counts', () => {
    const xs = [0, 1, 10, 100, 1000];
    /** As above, with another first sum of a. */
    const withSum = (sum: number) => (model: typeof a, x: number) =>
      model === a ? costOfTokens(sum + x, 1) : costOfTokens(x, 3);
    const [crossover] = findCrossovers([a, b], xs, costAt);
    assert.ok(crossover);
    const rangeOf = (...sums: readonly number[]) =>
      rangeOfCrossing(crossover, xs, sums.map(withSum));

    it('cross at both ends', () => {
      // 80 + x = 3 x at 40; 120 + x = 3 x at 60.
      assert.deepEqual(rangeOf(80, 120), { from: 41, to: 61 });
      // The dearer end may be the one with fewer tokens.
      assert.deepEqual(rangeOf(120, 80), { from: 41, to: 61 });
      assert.deepEqual(rangeOf(100, 100), { from: 51, to: 51 });
    });

    it('have one order from the first number on', () => {
      const less = (model: typeof a, x: number) => costOfTokens(x + (model === a ? 1 : 2), 1);
      assert.deepEqual(rangeOfCrossing(crossover, xs, [less, costAt]), { from: 0, to: 51 });
      // Both cost nothing at 0: a costs less from 1 on.
      assert.deepEqual(rangeOf(0, 100), { from: 1, to: 51 });
    });

    it('never cross at one end', () => {
      // 2,100 + x = 3 x at 1,050, after the last number.
      assert.deepEqual(rangeOf(80, 2100), { from: 41, to: undefined });
      assert.deepEqual(rangeOf(2100, 2100), { from: 51, to: undefined });
    });

    it('are those of the same change of order, nearest to the crossing', () => {
      // b: x. a: 20 up to 59, 320 up to 299, then 310.
      const twice = (model: typeof a, x: number) =>
        costOfTokens(model === b ? x : x < 60 ? 20 : x < 300 ? 320 : 310, 1);
      // a costs less from 21 on, more from 60 on, less again from 311 on; 21 is nearer to 51.
      const many = [1, 10, 30, 100, 1000];
      assert.equal(rangeOfCrossing(crossover, many, [twice]).from, 21);
    });
  });
});
