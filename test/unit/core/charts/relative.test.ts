import assert from 'node:assert/strict';
import { relativeCurves } from '../../../../src/core/charts/relative';
import { makeRange } from '../../../../src/core/charts/scale';
import { showShares } from '../../../../src/wording/numbers';
import { ENGLISH } from '../../../../src/wording/words';
import { seedModels } from '../../../support/reports';

describe('curves as multiples of the first', () => {
  const [a, b] = seedModels();
  assert.ok(a && b);

  it('make the first level, and the others cross it where they cost the same', () => {
    const curves = relativeCurves([
      { model: a, points: [1, 2, 4].map((x) => ({ x, usd: 0.02 * x })) },
      // A fee of 0.02 and half the rate: 1.5, 1 and 0.75 times.
      { model: b, points: [1, 2, 4].map((x) => ({ x, usd: 0.02 + 0.01 * x })) },
    ]);
    assert.deepEqual(
      curves.map(({ points }) => points.map(({ times }) => Number(times.toFixed(9)))),
      [
        [1, 1, 1],
        [1.5, 1, 0.75],
      ],
    );
  });

  it('leave out where either has no price, or the first is free', () => {
    const [, other] = relativeCurves([
      {
        model: a,
        points: [
          { x: 1, usd: 0 },
          { x: 2, usd: 1 },
        ],
      },
      { model: b, points: [1, 2, 3].map((x) => ({ x, usd: 1 })) },
    ]);
    assert.deepEqual(other?.points, [{ x: 2, times: 1 }]);
  });

  it('have an axis of round numbers around them, in percent with as many decimals', () => {
    const scale = makeRange([0.89, 1, 1.11], 5);
    assert.deepEqual(showShares(ENGLISH, scale.ticks), [
      '85%',
      '90%',
      '95%',
      '100%',
      '105%',
      '110%',
      '115%',
    ]);
    assert.equal(scale.place(0.85), 0);
    assert.equal(scale.place(1.15), 1);
    assert.deepEqual(showShares(ENGLISH, [0.998, 1, 1.002]), ['99.8%', '100.0%', '100.2%']);
    assert.deepEqual(showShares(ENGLISH, [1]), ['100%']);
  });
});
