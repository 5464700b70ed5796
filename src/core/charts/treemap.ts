import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { Money } from '../pricing/money';
import { drawnUsd } from './scale';
import type { FileNode } from './fileTree';

/** A tile of the treemap, in the unit of `width` and `height`. */
export interface Tile {
  readonly node: FileNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Index of its ancestor at level 1, which sets the colour. */
  readonly group: number;
}

/**
 * Tiles with areas by cost. Below `depth`, a folder is one tile, because smaller tiles could not be seen. Files that are
 * free or have no price have no tile.
 */
export function layOutTreemap(
  root: FileNode,
  width: number,
  height: number,
  depth: number,
): readonly Tile[] {
  const data = hierarchy(root, ({ children }) => children).sum((node) =>
    node.children.length === 0 ? areaOf(node.cost) : 0,
  );
  const laidOut = treemap<FileNode>()
    .tile(treemapSquarify)
    .size([width, height])
    .paddingInner(3)
    .round(true)(data);
  const shown = laidOut
    .descendants()
    .filter((node) => node.depth === depth || (node.depth < depth && !node.children));
  return shown
    .filter(({ x0, x1, y0, y1 }) => x1 > x0 && y1 > y0)
    .map((node) => ({
      node: node.data,
      x: node.x0,
      y: node.y0,
      width: node.x1 - node.x0,
      height: node.y1 - node.y0,
      group: Math.max(0, laidOut.children?.indexOf(node.ancestors().at(-2) ?? node) ?? 0),
    }));
}

function areaOf(cost: Money | undefined): number {
  return cost ? drawnUsd(cost) : 0;
}
