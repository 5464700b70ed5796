import assert from 'node:assert/strict';
import { buildFileTree } from '../../../../../src/core/charts/fileTree';
import { estimateEach } from '../../../../../src/core/estimate/own/each';
import { pictureOf, tileLabel } from '../../../../../src/report/parts/files/tileLabel';
import { ENGLISH } from '../../../../../src/wording/words';
import { bundledModel } from '../../../../support/priceTables';
import { exact, rowOf } from '../../../../support/reports';

/** Each sign is 6 pixels wide; border and padding take 12 by 6 pixels. */
const signs = (text: string): number => 6 * text.length;
const ROOM = { width: 1400, lineHeight: 15, textWidth: signs, boldWidth: signs };

const files = ['mid.md', 'deep/a.md', 'deep/b.md'].map((path) => {
  const [estimate] = estimateEach(
    rowOf(bundledModel('openai/o1'), [exact(1000)], { outputTokens: 0 }),
  );
  assert.ok(estimate);
  return { path, estimate };
});
const [deep, mid] = buildFileTree('root', files).children;
assert.ok(deep && mid);

describe('the label of a tile', () => {
  const { holds } = pictureOf(ENGLISH, ROOM);

  it('has the number of files and the cost of a folder', () => {
    assert.deepEqual(tileLabel(ENGLISH, deep, { width: 200, height: 100 }, ROOM), {
      name: ['deep/'],
      amount: ['2 files, $0.0300'],
      isVertical: false,
      isOneLine: false,
    });
  });

  it('is one line in a tile that is too narrow for two, either way', () => {
    // "mid.md $0.0150" has 14 signs.
    const long = 14 * 6 + 12;
    for (const isVertical of [false, true]) {
      const sized = (length: number, depth: number) =>
        isVertical ? { width: depth, height: length } : { width: length, height: depth };
      const label = tileLabel(ENGLISH, mid, sized(long, 27), ROOM);
      assert.deepEqual(label, {
        name: ['mid.md'],
        amount: ['$0.0150'],
        isVertical,
        isOneLine: true,
      });
      assert.ok(!holds(mid, sized(long - 1, 27)));
    }
    assert.ok(!tileLabel(ENGLISH, mid, { width: 200, height: 36 }, ROOM).isOneLine);
  });
});
