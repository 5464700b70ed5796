import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOutLines, spreadApart, type LineFrame } from '../../../../src/core/charts/lines';
import { seedModels } from '../../../support/reports';

const FRAME: LineFrame = {
  x: (value) => value * 10,
  y: (usd) => 200 - usd * 100,
  top: 0,
  bottom: 200,
  labelHeight: 15,
};

describe('the lines of a chart', () => {
  const [a, b] = seedModels();
  assert.ok(a && b);
  const curve = (model: typeof a, usd: number) => ({
    model,
    points: [1, 2, 3].map((x) => ({ x, usd: usd * x })),
  });

  it('go through the pixels of their values', () => {
    const [line] = layOutLines([curve(a, 0.5)], FRAME);
    assert.deepEqual(line?.points, [
      { x: 10, y: 150 },
      { x: 20, y: 100 },
      { x: 30, y: 50 },
    ]);
    assert.equal(line.labelY, 50);
  });

  it('are one line where they could not be told apart', () => {
    // At most 3 x 0.003 dollars apart, which is 0.9 pixels.
    const merged = layOutLines([curve(a, 0.5), curve(b, 0.503)], FRAME);
    assert.deepEqual(
      merged.map(({ models }) => models.map(({ id }) => id)),
      [[a.id, b.id]],
    );
    // 1.2 pixels.
    assert.equal(layOutLines([curve(a, 0.5), curve(b, 0.504)], FRAME).length, 2);
  });

  it('have labels that do not overlap, inside and in the order of the lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 6 }),
        (wanted) => {
          const placed = spreadApart(wanted, 15, 0, 200);
          const sorted = wanted
            .map((y, index) => ({ y, label: placed[index] ?? NaN }))
            .toSorted((one, other) => one.y - other.y);
          sorted.forEach(({ label }, index) => {
            assert.ok(label >= -1e-9 && label <= 200 + 1e-9);
            const next = sorted[index + 1];
            if (next) assert.ok(next.label - label >= 15 - 1e-9);
          });
        },
      ),
    );
    assert.deepEqual(spreadApart([20, 100], 15, 0, 200), [20, 100], 'far apart: they stay');
    assert.deepEqual(spreadApart([198, 200], 15, 0, 200), [185, 200]);
  });
});
