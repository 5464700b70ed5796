import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeScale } from '../../../../src/core/charts/scale';

const amount = fc.double({ min: 1e-8, max: 1e4, noNaN: true });

describe('a logarithmic scale', () => {
  it('has round ticks between the powers of ten over less than two decades', () => {
    assert.deepEqual(
      makeScale('log', [0.0021, 0.09], 6).ticks,
      [0.002, 0.005, 0.01, 0.02, 0.05, 0.1],
    );
    assert.deepEqual(makeScale('log', [0.0021, 0.09], 3).ticks, [0.005, 0.01, 0.05, 0.1]);
    assert.deepEqual(makeScale('log', [0.05], 6).ticks, [0.02, 0.05, 0.1]);
  });

  it('has powers of ten over more', () => {
    assert.deepEqual(
      makeScale('log', [0.00002, 0.3], 6).ticks,
      [0.00001, 0.0001, 0.001, 0.01, 0.1, 1],
    );
  });

  it('places equal multiples at equal distances, all inside', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 2, max: 9 }),
        (amounts, ticks) => {
          const scale = makeScale('log', amounts, ticks);
          const [first = NaN, second = NaN] = scale.ticks;
          const perDecade = (scale.place(second) - scale.place(first)) / Math.log10(second / first);
          for (const each of amounts) {
            const place = scale.place(each);
            assert.ok(place >= 0 && place <= 1);
            const expected = scale.place(first) + perDecade * Math.log10(each / first);
            assert.ok(Math.abs(place - expected) < 1e-9, `${each} at ${place}`);
          }
          assert.ok(scale.ticks.length >= 2);
          for (const tick of scale.ticks)
            assert.ok(scale.place(tick) >= 0 && scale.place(tick) <= 1);
        },
      ),
    );
  });
});
