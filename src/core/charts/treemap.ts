import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { ZERO_MONEY } from '../pricing/money';
import { drawnUsd } from './scale';
import type { FileNode } from './fileTree';

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

/** The entries that have no tiles of their own, most expensive first, as one tile. */
export interface Rest {
  readonly nodes: readonly FileNode[];
  /** Undefined if the picture is of the others alone, because beside the rest all of them would be too small. */
  readonly area: Area | undefined;
}

export interface Treemap {
  /** Most expensive first. */
  readonly tiles: readonly Tile[];
  readonly rest: Rest | undefined;
}

/** More tiles take too long to lay out. */
const MAX_TILES = 120;

/** A tile of the others may have more than this share only if each of them is too small. */
const MAX_REST = 0.25;

/** A folder stays closed if more than this share of it would become too small for names. */
const MAX_LOST = 0.1;

type Size = Pick<Area, 'width' | 'height'>;

export interface Picture extends Size {
  /** The size of the smallest tile. */
  readonly least: Size;
  /** The size of a tile that has room for a name. */
  readonly named: Size;
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
    const lost = namelessUsd(openedMap, picture) - namelessUsd(map, picture);
    if (lost > MAX_LOST * usdOf(next)) continue;
    [nodes, map] = [opened, openedMap];
  }
}

function namelessUsd({ tiles, rest }: Treemap, { named }: Picture): number {
  const nameless = tiles.filter((tile) => !isAtLeast(tile, named)).map(({ node }) => node);
  return sumUsd([...nameless, ...(rest?.nodes ?? [])].map(usdOf));
}

/** Whether an area has room for another. */
export function isAtLeast(area: Size, { width, height }: Size): boolean {
  return area.width >= width && area.height >= height;
}

/**
 * The tiles of entries that are sorted by cost: as many as are large enough, and one of the others. If that would be
 * most of the picture, though the others are not small, the picture is of as many as are large enough among themselves.
 */
function layOutNodes(nodes: readonly FileNode[], picture: Picture): Treemap {
  const { width, height, least } = picture;
  const usd = nodes.map(usdOf);
  const whole = sumUsd(usd);
  const most = Math.min(nodes.length, MAX_TILES);
  const others = sumUsd(usd.slice(most));
  const smallUsd = (whole * least.width * least.height) / (width * height);
  for (let large = most; large > 0; large--) {
    const rest = others + sumUsd(usd.slice(large, most));
    if (rest > MAX_REST * whole && (usd[large] ?? 0) >= smallUsd) continue;
    const map = layOutLargest(nodes, large, rest, picture);
    if (map) return map;
  }
  for (let large = most; large > 1; large--) {
    const map = layOutLargest(nodes, large, 0, picture);
    if (map) return map;
  }
  const areas = squarify(usd.slice(0, 1), picture);
  return { tiles: tilesOf(nodes, areas), rest: restOf(nodes, 1, undefined) };
}

/** The tiles of the first entries, and one with the cost `restUsd`; undefined if one of the first is too small. */
function layOutLargest(
  nodes: readonly FileNode[],
  large: number,
  restUsd: number,
  picture: Picture,
): Treemap | undefined {
  const usd = nodes.slice(0, large).map(usdOf);
  const areas = squarify(restUsd > 0 ? [...usd, restUsd] : usd, picture);
  if (!areas.slice(0, large).every((area) => isAtLeast(area, picture.least))) return undefined;
  return { tiles: tilesOf(nodes.slice(0, large), areas), rest: restOf(nodes, large, areas[large]) };
}

function restOf(
  nodes: readonly FileNode[],
  large: number,
  area: Area | undefined,
): Rest | undefined {
  return nodes.length > large ? { nodes: nodes.slice(large), area } : undefined;
}

/** The entries that cost something, most expensive first. */
function entriesOf({ children }: FileNode): readonly FileNode[] {
  return children.filter((node) => usdOf(node) > 0);
}

function squarify(costs: readonly number[], { width, height }: Size): readonly Area[] {
  interface Cell {
    readonly usd: number;
    readonly cells: readonly Cell[];
  }
  const cells = costs.map((usd): Cell => ({ usd, cells: [] }));
  const data = hierarchy<Cell>({ usd: 0, cells }, (cell) => cell.cells).sum(({ usd }) => usd);
  const { children = [] } = treemap<Cell>().tile(treemapSquarify).size([width, height])(data);
  return children.map(({ x0, y0, x1, y1 }) => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }));
}

function tilesOf(nodes: readonly FileNode[], areas: readonly Area[]): readonly Tile[] {
  return nodes.flatMap((node, index) => {
    const area = areas[index];
    return area ? [{ node, x: area.x, y: area.y, width: area.width, height: area.height }] : [];
  });
}

function usdOf({ cost = ZERO_MONEY }: FileNode): number {
  return drawnUsd(cost);
}

function sumUsd(amounts: readonly number[]): number {
  return amounts.reduce((sum, each) => sum + each, 0);
}

function byCost(a: FileNode, b: FileNode): number {
  return usdOf(b) - usdOf(a);
}
