import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { addMoney, ZERO_MONEY, type Money } from '../pricing/money';
import { sumTokenCounts, type TokenCount } from '../tokens/tokenCount';
import { drawnUsd } from './scale';
import type { FileNode } from './fileTree';

/** Files that are too small for tiles of their own, those of folders among them. */
export interface Rest {
  readonly files: number;
  readonly cost: Money;
  readonly count: TokenCount;
}

/** A rectangle in the unit of the treemap's width and height. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Tile extends Area {
  readonly node: FileNode;
}

export interface Treemap {
  /** Most expensive first. */
  readonly tiles: readonly Tile[];
  /** The smallest entries as one tile. */
  readonly rest: { readonly of: Rest; readonly area: Area } | undefined;
}

/** Readers compare no more areas than this. */
const MAX_TILES = 24;

/** A folder stays closed if more than this share of it would become too small for tiles. */
const MAX_LOST = 0.1;

interface Picture extends Pick<Area, 'width' | 'height'> {
  /** The size of a tile that has room for a name. */
  readonly least: Pick<Area, 'width' | 'height'>;
}

/**
 * Tiles whose areas are exactly proportional to their costs; nothing is subtracted for gaps. Folders are opened, the
 * most expensive first, as long as what is in them has room for names; an unopened one is a tile. Entries that would
 * get a tile smaller than `least` are one tile together. Free entries have none.
 */
export function layOutTreemap(folder: FileNode, picture: Picture): Treemap {
  let nodes = entriesOf(folder);
  let map = layOutNodes(nodes, picture);
  const closed = new Set<FileNode>();
  for (;;) {
    const isOpenable = ({ node }: Tile): boolean => node.children.length > 0 && !closed.has(node);
    const next = map.tiles.find(isOpenable)?.node;
    if (!next) return map;
    closed.add(next);
    const opened = [...nodes.filter((node) => node !== next), ...entriesOf(next)].toSorted(byCost);
    const openedMap = layOutNodes(opened, picture);
    const lost = restUsd(openedMap) - restUsd(map);
    if (lost > MAX_LOST * drawnUsd(costOf(next))) continue;
    [nodes, map] = [opened, openedMap];
  }
}

function restUsd({ rest }: Treemap): number {
  return rest ? drawnUsd(rest.of.cost) : 0;
}

/** The tiles of entries that are sorted by cost: as many as have room for names, and one of the others. */
function layOutNodes(nodes: readonly FileNode[], { width, height, least }: Picture): Treemap {
  for (let large = Math.min(nodes.length, MAX_TILES); large > 0; large--) {
    const rest = restOf(nodes.slice(large));
    const costs = nodes.slice(0, large).map(costOf);
    const areas = squarify(rest ? [...costs, rest.cost] : costs, width, height);
    const isReadable = areas
      .slice(0, large)
      .every((area) => area.width >= least.width && area.height >= least.height);
    if (!isReadable && large > 1) continue;
    const tiles = nodes.slice(0, large).flatMap((node, index) => tileOf(node, areas[index]));
    const area = areas[large];
    return { tiles, rest: rest && area ? { of: rest, area } : undefined };
  }
  return { tiles: [], rest: undefined };
}

/** The entries that cost something, most expensive first. */
function entriesOf({ children }: FileNode): readonly FileNode[] {
  return children.filter((node) => drawnUsd(costOf(node)) > 0);
}

function restOf(nodes: readonly FileNode[]): Rest | undefined {
  if (nodes.length === 0) return undefined;
  return {
    files: nodes.reduce((sum, { fileCount }) => sum + fileCount, 0),
    cost: nodes.map(costOf).reduce(addMoney, ZERO_MONEY),
    count: sumTokenCounts(nodes.map(({ count }) => count)),
  };
}

function squarify(costs: readonly Money[], width: number, height: number): readonly Area[] {
  interface Cell {
    readonly usd: number;
    readonly cells: readonly Cell[];
  }
  const cells = costs.map((cost): Cell => ({ usd: drawnUsd(cost), cells: [] }));
  const data = hierarchy<Cell>({ usd: 0, cells }, (cell) => cell.cells).sum(({ usd }) => usd);
  const { children = [] } = treemap<Cell>().tile(treemapSquarify).size([width, height])(data);
  return children.map(({ x0, y0, x1, y1 }) => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }));
}

function tileOf(node: FileNode, area: Area | undefined): readonly Tile[] {
  return area ? [{ node, x: area.x, y: area.y, width: area.width, height: area.height }] : [];
}

function costOf({ cost }: FileNode): Money {
  return cost ?? ZERO_MONEY;
}

function byCost(a: FileNode, b: FileNode): number {
  return drawnUsd(costOf(b)) - drawnUsd(costOf(a));
}
