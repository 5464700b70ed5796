import assert from 'node:assert/strict';
import { layOutLines, type LineFrame } from '../../../../src/core/charts/lines';
import { seedModels } from '../../../support/reports';

const FRAME: LineFrame = {
  x: (value) => value * 10,
  y: (times) => 200 - times * 100,
};

describe('the lines of a chart', () => {
  const [a, b] = seedModels();
  assert.ok(a && b);
  const curve = (model: typeof a, times: number) => ({
    model,
    points: [1, 2, 3].map((x) => ({ x, times: times * x })),
  });

  it('go through the pixels of their values', () => {
    const [line] = layOutLines([curve(a, 0.5)], FRAME);
    assert.deepEqual(line?.points, [
      { x: 10, y: 150 },
      { x: 20, y: 100 },
      { x: 30, y: 50 },
    ]);
  });

  it('are one line where they could not be told apart', () => {
    // At most 3 x 0.003 times apart, which is 0.9 pixels.
    const merged = layOutLines([curve(a, 0.5), curve(b, 0.503)], FRAME);
    assert.deepEqual(
      merged.map(({ models }) => models.map(({ id }) => id)),
      [[a.id, b.id]],
    );
    // 1.2 pixels.
    assert.equal(layOutLines([curve(a, 0.5), curve(b, 0.504)], FRAME).length, 2);
  });
});
