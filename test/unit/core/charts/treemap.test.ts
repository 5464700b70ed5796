import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildFileTree, foldersTo, type FileNode } from '../../../../src/core/charts/fileTree';
import { drawnUsd } from '../../../../src/core/charts/scale';
import { isRest } from '../../../../src/core/charts/restFolder';
import { shownFolders } from '../../../../src/core/charts/shownFolders';
import { layOutTreemap, type Picture, type Treemap } from '../../../../src/core/charts/treemap';
import { estimateEach } from '../../../../src/core/estimate/own/each';
import { costOfTokens, ZERO_MONEY } from '../../../../src/core/pricing/money';
import { bundledModel } from '../../../support/priceTables';
import { exact, rowOf } from '../../../support/reports';

/** Each label needs 60 times 30. */
const LEAST = { width: 60, height: 30 };
const SIZES: Omit<Picture, 'width' | 'height'> = {
  openedWidth: 400,
  least: LEAST,
  holds: (_, { width, height }) => width >= LEAST.width && height >= LEAST.height,
};

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
    const { tiles, rest } = layOutTreemap(root, { width: 400, height: 100, ...SIZES });
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
    const slivers = Array.from({ length: 14 }, (_, index) => [`s${index}`, 501 + index] as const);
    const root = treeOf({
      'large.jsonl': 40_000,
      'small.md': 9000,
      ...Object.fromEntries(slivers),
    });
    const { tiles, rest } = layOutTreemap(root, { width: 400, height: 260, ...SIZES });
    assert.deepEqual(
      tiles.map(({ node }) => node.path),
      ['large.jsonl', 'small.md'],
    );
    assert.ok(rest?.area);
    const { folder } = rest;
    assert.deepEqual([folder.fileCount, folder.count.tokens], [14, 7105]);
    assert.equal(drawnUsd(folder.cost ?? ZERO_MONEY), (7105 * 15) / 1_000_000);
    const whole = 400 * 260;
    const area = rest.area.width * rest.area.height;
    assert.ok(Math.abs(area - (whole * 7105) / 56_105) < 1e-6);
  });

  it('leaves a folder closed whose entries have no room for names, and lays it out alone', () => {
    const many = Array.from({ length: 100 }, (_, index) => [`many/${index}`, 60] as const);
    const root = treeOf({ 'few/a': 3000, 'few/b': 2000, ...Object.fromEntries(many) });
    const { tiles } = layOutTreemap(root, { width: 900, height: 260, ...SIZES });
    assert.deepEqual(
      tiles.map(({ node }) => node.path),
      ['many', 'few/a', 'few/b'],
    );
    const [, folder] = foldersTo(root, 'many');
    assert.ok(folder);
    const inside = layOutTreemap(folder, { width: 900, height: 260, ...SIZES });
    assert.equal(inside.tiles.length + (inside.rest?.folder.children.length ?? 0), 100);
  });

  it('has a tile for each entry that is large beside the others, though a small one has no room', () => {
    const deep = Array.from({ length: 60 }, (_, at) => [`deep/${at}.md`, 500] as const);
    const root = treeOf({ 'huge.md': 40_500, 'mid.md': 1700, ...Object.fromEntries(deep) });
    // 2.4 % of 1,400 pixels are narrower than a label.
    const { tiles, rest } = layOutTreemap(root, { width: 1400, height: 260, ...SIZES });
    assert.deepEqual(
      tiles.map(({ node }) => node.path),
      ['huge.md', 'deep'],
    );
    assert.deepEqual([rest?.folder.fileCount, rest?.area], [1, undefined]);
  });

  it('opens the same folders at each width, and others only where it is narrower than that', () => {
    const thirty = Array.from({ length: 30 }, (_, at) => [`thirty/${at}`, 100] as const);
    const root = treeOf({ a: 3000, 'two/b': 2000, 'two/c': 1000, ...Object.fromEntries(thirty) });
    const foldersAt = (width: number) =>
      layOutTreemap(root, { width, height: 260, ...SIZES }).tiles.flatMap(({ node }) =>
        node.children.length > 0 ? [node.path] : [],
      );
    for (const width of [400, 521, 800, 1042, 1400, 3000]) {
      assert.deepEqual(foldersAt(width), ['thirty'], `${width}`);
    }
    assert.deepEqual(foldersAt(100), ['thirty', 'two']);
  });

  it('opens a folder that is all of the picture', () => {
    const many = Array.from({ length: 200 }, (_, at) => [`a/b/f${at}`, 100] as const);
    const root = treeOf(Object.fromEntries(many));
    const { tiles, rest } = layOutTreemap(root, { width: 400, height: 260, ...SIZES });
    assert.ok(tiles.length > 10 && tiles.every(({ node }) => node.path.startsWith('a/b/f')));
    assert.equal(tiles.length + (rest?.folder.fileCount ?? 0), 200);
  });

  it('groups nothing that has room for a name', () => {
    const root = treeOf(Object.fromEntries(Array.from({ length: 34 }, (_, at) => [`f${at}`, 100])));
    const { tiles, rest } = layOutTreemap(root, { width: 900, height: 260, ...SIZES });
    assert.deepEqual([tiles.length, rest], [34, undefined]);
  });

  it('groups what has no room for its label, though others of its size have', () => {
    const picture: Picture = {
      width: 400,
      height: 100,
      openedWidth: 400,
      least: { width: 20, height: 20 },
      holds: ({ name }, { width }) => width >= name.length * 10,
    };
    const root = treeOf({
      a: 1000,
      'a-name-wider-than-any-tile-can-be.md': 1000,
      b: 1000,
      c: 1000,
    });
    const { tiles, rest } = layOutTreemap(root, picture);
    assert.deepEqual(
      tiles.map(({ node }) => node.name),
      ['a', 'b', 'c'],
    );
    assert.ok(rest?.area);
    assert.deepEqual(
      rest.folder.children.map(({ name }) => name),
      ['a-name-wider-than-any-tile-can-be.md'],
    );
  });

  it('adds no larger entry to a rest without room for its label, and then draws none', () => {
    const picture = { width: 400, height: 260, ...SIZES };
    const tiny = layOutTreemap(treeOf({ large: 100_000, small: 100 }), picture);
    assert.deepEqual(
      tiny.tiles.map(({ node, width, height }) => [node.path, width * height]),
      [['large', 400 * 260]],
    );
    assert.deepEqual([tiny.rest?.folder.fileCount, tiny.rest?.area], [1, undefined]);
    // Of 80,000 square pixels, 5 % are enough for a name, but not for the label of the rest.
    const low: Picture = {
      width: 800,
      height: 100,
      ...SIZES,
      least: { width: 40, height: 30 },
      holds: (node, size) => !isRest(node) || size.width * size.height >= 5000,
    };
    const drawn = ({ tiles, rest }: Treemap) => [
      tiles.map(({ node }) => node.path),
      rest?.folder.children.map(({ path }) => path),
      rest?.area !== undefined,
    ];
    const slivers = { c: 1000, d: 1000, e: 1000, f: 1000, g: 1000 };
    const added = layOutTreemap(treeOf({ large: 90_000, b: 4900, ...slivers }), low);
    assert.deepEqual(drawn(added), [['large'], ['b', 'c', 'd', 'e', 'f', 'g'], true]);
    // 5.2 % cost more than the rest.
    const apart = layOutTreemap(treeOf({ large: 90_000, b: 5200, ...slivers }), low);
    assert.deepEqual(drawn(apart), [['large', 'b'], ['c', 'd', 'e', 'f', 'g'], false]);
  });

  it('is of the most expensive alone where all are too small beside the rest', () => {
    const many = Array.from({ length: 1000 }, (_, at) => [`f${at}`, 100] as const);
    const root = treeOf(Object.fromEntries(many));
    const { tiles, rest } = layOutTreemap(root, { width: 400, height: 260, ...SIZES });
    assert.ok(tiles.length > 10, `${tiles.length} tiles`);
    assert.deepEqual([rest?.folder.children.length, rest?.area], [1000 - tiles.length, undefined]);
    const areas = tiles.map(({ width, height }) => width * height);
    assert.ok(areas.every((area) => Math.abs(area - (400 * 260) / tiles.length) < 1e-6));
  });

  it('shows what has no tiles of its own as a folder, until all have been shown', () => {
    const picture = { width: 300, height: 260, ...SIZES };
    const many = Array.from({ length: 100 }, (_, at) => [`many/${at}`, 100 + at] as const);
    const root = treeOf({ ...Object.fromEntries(many), large: 30_000 });
    const seen = new Set<string>();
    for (let path = 'many'; ; path += '//') {
      const folders = shownFolders(root, path, (folder) => layOutTreemap(folder, picture));
      const folder = folders.at(-1);
      assert.equal(folder?.path, path);
      assert.deepEqual(
        folders.slice(0, 2).map((each) => each.path),
        ['', 'many'],
      );
      const { tiles, rest } = layOutTreemap(folder, picture);
      for (const { node } of tiles) {
        assert.equal(node.name, node.path.slice('many/'.length));
        seen.add(node.path);
      }
      if (!rest) break;
    }
    assert.equal(seen.size, 100);
    assert.deepEqual(
      shownFolders(root, 'large//', (folder) => layOutTreemap(folder, picture)).map(
        ({ path }) => path,
      ),
      [''],
      'a file has no rest',
    );
  });

  it('covers the picture with tiles that have room for a name', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 200, max: 1400 }),
        (tokens, width) => {
          const root = treeOf(Object.fromEntries(tokens.map((each, index) => [`f${index}`, each])));
          const { tiles, rest } = layOutTreemap(root, { width, height: 260, ...SIZES });
          // The picture may be of the most expensive alone.
          const drawn = [
            ...tiles.map(({ node }) => node),
            ...((rest?.area && rest.folder.children) ?? []),
          ];
          const sum = drawn.reduce((total, { count }) => total + count.tokens, 0);
          const perToken = (width * 260) / sum;
          for (const tile of tiles) {
            const area = tile.width * tile.height;
            assert.ok(Math.abs(area - tile.node.count.tokens * perToken) < 1e-6 * width * 260);
            if (tiles.length > 1) assert.ok(SIZES.holds(tile.node, tile));
          }
          if (rest?.area) assert.ok(SIZES.holds(rest.folder, rest.area));
          assert.equal(tiles.length + (rest?.folder.children.length ?? 0), tokens.length);
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
