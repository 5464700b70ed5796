import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildFileTree, isIn, type FileNode } from '../../../../../src/core/charts/fileTree';
import { leftOutPlaces, withEntry } from '../../../../../src/report/figures/files/leftOut';
import { bundledModel } from '../../../../support/priceTables';
import { exact, rowOf } from '../../../../support/reports';

const estimate = rowOf(bundledModel('openai/o1'), [exact(10)]);

function treeOf(paths: readonly string[], leftOut: readonly string[]): FileNode {
  const out = leftOutPlaces({ files: paths.map((path) => ({ path, counts: [] })) }, leftOut);
  const files = paths.map((path, index) => ({ path, estimate, isLeftOut: out.has(index) }));
  return buildFileTree('root', files);
}

function nodesOf(node: FileNode): readonly FileNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

function nodeAt(root: FileNode, path: string): FileNode {
  return nodesOf(root).find((node) => node.path === path) ?? root;
}

const PATHS = ['docs/a', 'docs/b', 'docs/old/c', 'src/d', 'e'];

describe('the files that are left out', () => {
  const toggled = (leftOut: readonly string[], path: string, isTicked: boolean) => {
    const root = treeOf(PATHS, leftOut);
    return withEntry(root, nodeAt(root, path), isTicked);
  };

  it('are named by as few paths as possible', () => {
    assert.deepEqual(toggled([], 'docs/a', false), ['docs/a']);
    assert.deepEqual(toggled([], 'docs', false), ['docs/']);
    assert.deepEqual(toggled(['docs/a', 'docs/old/'], 'docs/b', false), ['docs/']);
    assert.deepEqual([...toggled(['docs/'], 'docs/b', true)].toSorted(), ['docs/a', 'docs/old/']);
  });

  it('can be all, and none again', () => {
    const all = toggled([], '', false);
    assert.equal(
      leftOutPlaces({ files: PATHS.map((path) => ({ path, counts: [] })) }, all).size,
      5,
    );
    assert.deepEqual(toggled(all, '', true), []);
  });

  it('are those below the entry, and leave all others as they were', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
      .map((names) => names.join('/'));
    const paths = fc
      .uniqueArray(path, { minLength: 1, maxLength: 12 })
      .map((list) => list.map((each, index) => `${each}/${index}`));
    fc.assert(
      fc.property(paths, fc.array(fc.tuple(fc.nat(), fc.boolean())), (list, steps) => {
        let leftOut: readonly string[] = [];
        const out = new Set<number>();
        for (const [choice, isTicked] of steps) {
          const root = treeOf(list, leftOut);
          const nodes = nodesOf(root);
          const node = nodes[choice % nodes.length] ?? root;
          leftOut = withEntry(root, node, isTicked);
          for (const { index } of nodesOf(node)) {
            if (index !== undefined && isTicked) out.delete(index);
            else if (index !== undefined) out.add(index);
          }
          const files = list.map((each) => ({ path: each, counts: [] }));
          assert.deepEqual(
            leftOutPlaces({ files }, leftOut),
            new Set([...out].toSorted((a, b) => a - b)),
          );
          assert.equal(isIn(treeOf(list, leftOut)), out.size < list.length);
        }
      }),
    );
  });
});
