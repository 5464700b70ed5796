import assert from 'node:assert/strict';
import { buildFileTree } from '../../../../src/core/charts/fileTree';
import { drawnUsd } from '../../../../src/core/charts/scale';
import { layOutTreemap } from '../../../../src/core/charts/treemap';
import { estimateEach } from '../../../../src/core/estimate/estimate';
import { costOfTokens } from '../../../../src/core/pricing/money';
import { bundledModel } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';

describe('the treemap', () => {
  it('has areas proportional to the cost, and no tile for a free file', () => {
    const row = rowOf(bundledModel('openai/o1'), [exact(3000), exact(1000), exact(0)], {
      outputTokens: 0,
    });
    const paths = ['a/x', 'b/y', 'b/empty'];
    const root = buildFileTree(
      'root',
      estimateEach(row).map((estimate, index) => ({ path: paths[index] ?? '', estimate })),
    );
    const tiles = layOutTreemap(root, 400, 100, 2);
    assert.deepEqual(
      tiles.map(({ node, group }) => [node.path, group]),
      [
        ['a/x', 0],
        ['b/y', 1],
      ],
    );
    const [large, small] = tiles.map(({ width, height }) => width * height);
    assert.ok(Math.abs((large ?? 0) / (small ?? 1) - 3) < 0.1);
    assert.equal(drawnUsd(root.cost ?? costOfTokens(0, 1)), 0.06);
  });
});
