import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildFileTree, foldersTo, type FileNode } from '../../../../src/core/charts/fileTree';
import { drawnUsd } from '../../../../src/core/charts/scale';
import { layOutTreemap } from '../../../../src/core/charts/treemap';
import { estimateEach } from '../../../../src/core/estimate/estimate';
import { costOfTokens } from '../../../../src/core/pricing/money';
import { bundledModel } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';

const LEAST = { width: 60, height: 30 };

/** Files with these tokens at 15 millionths of a dollar each. */
function treeOf(files: Readonly<Record<string, number>>): FileNode {
  const row = rowOf(bundledModel('openai/o1'), Object.values(files).map(exact), {
    outputTokens: 0,
  });
  const paths = Object.keys(files);
  const estimates = estimateEach(row);
  return buildFileTree(
    'root',
    estimates.map((estimate, index) => ({ path: paths[index] ?? '', estimate })),
  );
}

describe('the treemap', () => {
  it('has areas exactly proportional to the cost, and no tile for a free file', () => {
    const root = treeOf({ 'a/x': 3000, 'b/y': 1000, 'b/empty': 0 });
    const { tiles, rest } = layOutTreemap(root, { width: 400, height: 100, least: LEAST });
    assert.deepEqual(
      tiles.map(({ node, width, height }) => [node.path, node.index, width * height]),
      [
        ['a/x', 0, 30_000],
        ['b/y', 1, 10_000],
      ],
    );
    assert.equal(rest, undefined);
    assert.equal(drawnUsd(root.cost ?? costOfTokens(0, 1)), 0.06);
  });

  it('has one tile for all that are too small for a name, with their number and cost', () => {
    const slivers = Array.from({ length: 14 }, (_, index) => [`s/${index}`, 1 + index] as const);
    const root = treeOf({
      'large.jsonl': 40_000,
      'small.md': 9000,
      ...Object.fromEntries(slivers),
    });
    const { tiles, rest } = layOutTreemap(root, { width: 400, height: 260, least: LEAST });
    assert.deepEqual(
      tiles.map(({ node }) => node.path),
      ['large.jsonl', 'small.md'],
    );
    assert.equal(rest?.of.files, 14);
    assert.equal(rest.of.count.tokens, 105);
    assert.equal(drawnUsd(rest.of.cost), (105 * 15) / 1_000_000);
    const whole = 400 * 260;
    const area = rest.area.width * rest.area.height;
    assert.ok(Math.abs(area - (whole * 105) / 49_105) < 1e-6);
  });

  it('leaves a folder closed whose entries have no room for names, and lays it out alone', () => {
    const many = Array.from({ length: 40 }, (_, index) => [`many/${index}`, 150] as const);
    const root = treeOf({ 'few/a': 3000, 'few/b': 2000, ...Object.fromEntries(many) });
    const { tiles } = layOutTreemap(root, { width: 900, height: 260, least: LEAST });
    assert.deepEqual(
      tiles.map(({ node }) => node.path),
      ['many', 'few/a', 'few/b'],
    );
    const [, folder] = foldersTo(root, 'many');
    assert.ok(folder);
    const inside = layOutTreemap(folder, { width: 900, height: 260, least: LEAST });
    assert.equal(inside.tiles.length + (inside.rest?.of.files ?? 0), 40);
  });

  it('covers the picture with tiles that have room for a name', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 200, max: 1400 }),
        (tokens, width) => {
          const root = treeOf(Object.fromEntries(tokens.map((each, index) => [`f${index}`, each])));
          const { tiles, rest } = layOutTreemap(root, { width, height: 260, least: LEAST });
          const sum = tokens.reduce((total, each) => total + each, 0);
          const perToken = (width * 260) / sum;
          for (const tile of tiles) {
            const area = tile.width * tile.height;
            assert.ok(Math.abs(area - tile.node.count.tokens * perToken) < 1e-6 * width * 260);
            if (tiles.length > 1) assert.ok(tile.width >= 60 && tile.height >= 30);
          }
          assert.equal(tiles.length + (rest?.of.files ?? 0), tokens.length);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('knows the way to a folder, and only the root for one that is gone', () => {
    const root = treeOf({ 'a/b/x': 1, 'a/c': 1 });
    const pathsTo = (path: string) => foldersTo(root, path).map((folder) => folder.path);
    assert.deepEqual(pathsTo('a/b'), ['', 'a', 'a/b']);
    assert.deepEqual(pathsTo('gone'), ['']);
    assert.deepEqual(pathsTo('a/c'), ['', 'a'], 'a file is no folder');
    assert.deepEqual(pathsTo(''), ['']);
  });
});
