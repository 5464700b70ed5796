import assert from 'node:assert/strict';
import { buildFileTree, type FileNode } from '../../../../../src/core/charts/fileTree';
import { layOutInHeights } from '../../../../../src/report/parts/files/treemapHeight';
import { estimateEach } from '../../../../../src/core/estimate/own/each';
import { bundledModel } from '../../../../support/priceTables';
import { exact, rowOf } from '../../../../support/reports';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Each label needs 85 times 36, in lines or from top to bottom. */
const PICTURE = {
  width: 480,
  openedWidth: 480,
  least: { width: 24, height: 24 },
  holds: (_: FileNode, { width, height }: Size) =>
    Math.max(width, height) >= 85 && Math.min(width, height) >= 36,
};

function treeOf(tokens: readonly number[]): FileNode {
  const row = rowOf(bundledModel('openai/o1'), tokens.map(exact), { outputTokens: 0 });
  return buildFileTree(
    'root',
    estimateEach(row).map((estimate, index) => ({ path: `${index}`, estimate })),
  );
}

const heightOf = (tokens: readonly number[]): number =>
  layOutInHeights(treeOf(tokens), PICTURE, [260, 390, 520]).height;

describe('the height of the treemap', () => {
  it('is the lowest in which most of the cost is drawn', () => {
    assert.equal(heightOf([5000, 3000, 2000]), 260);
    const equal = Array.from({ length: 30 }, () => 1000);
    const inLow = layOutInHeights(treeOf(equal), PICTURE, [260]);
    assert.ok(inLow.rest && !inLow.rest.area && inLow.tiles.length < 27);
    const { tiles, height } = layOutInHeights(treeOf(equal), PICTURE, [260, 390, 520]);
    assert.deepEqual([tiles.length, height], [30, 390]);
  });

  it('is not more for the slivers beside one large file', () => {
    assert.equal(heightOf([100_000, ...Array.from({ length: 30 }, () => 10)]), 260);
  });

  it('is the highest if none has room for most of the cost', () => {
    assert.equal(heightOf(Array.from({ length: 110 }, () => 1000)), 520);
  });
});
