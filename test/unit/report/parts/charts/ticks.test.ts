import assert from 'node:assert/strict';
import { makeScale } from '../../../../../src/core/charts/scale';
import { labelsFit } from '../../../../../src/report/parts/charts/ticks';

/** Each sign has 6 pixels. */
const textWidth = (text: string): number => text.length * 6;

const axis = (ticks: number) => makeScale('linear', [1.6], ticks);

const labels = ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0', '1.2', '1.4', '1.6'];

describe('the labels of an axis', () => {
  it('have room if they stand apart in the middle of their ticks', () => {
    // Nine labels of 18 pixels, 45 pixels from middle to middle.
    assert.ok(labelsFit(axis(8), labels, 360, textWidth));
    assert.ok(!labelsFit(axis(8), labels, 200, textWidth));
  });

  it('have room also where the first and the last one stand within the picture', () => {
    // 30 pixels from middle to middle: 12 are free between two labels, but the first one ends at 18, and the next one
    // begins at 21.
    assert.ok(!labelsFit(axis(8), labels, 240, textWidth));
  });
});
