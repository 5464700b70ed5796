import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { ZERO_MONEY } from '../pricing/money';
import { drawnUsd } from './scale';
import type { FileNode } from './fileTree';
import { restFolder } from './restFolder';

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

/** The entries that have no tiles of their own, as one folder. */
export interface Rest {
  readonly folder: FileNode;
  /** Undefined if the picture is of the others alone, because beside them it has no room for this label or for theirs. */
  readonly area: Area | undefined;
}

export interface Treemap {
  /** Most expensive first. */
  readonly tiles: readonly Tile[];
  readonly rest: Rest | undefined;
}

/** More tiles take too long to lay out. */
const MAX_TILES = 120;

/** A tile of the rest may have more than this share only if each of its entries is too small for any label. */
const MAX_REST = 0.5;

/** A rest without room for its label is not drawn up to this share. */
const MAX_UNDRAWN = 0.01;

/** A folder stays closed if more than this share of it would have no tile of its own. */
const MAX_LOST = 0.1;

type Size = Pick<Area, 'width' | 'height'>;

export interface Picture extends Size {
  /** Folders are opened if what is in them has room in a picture of this width, so that a wider one has the same folders. */
  readonly openedWidth: number;
  /** No label has room in less. */
  readonly least: Size;
  /** Whether the label of a file, of a folder or of the rest of one has room in a tile. */
  readonly holds: (node: FileNode, tile: Size) => boolean;
}

/**
 * Tiles whose areas are exactly proportional to their costs; nothing is subtracted for gaps. Each has room for its
 * label. Entries without room for their labels are one tile together. Free entries have none.
 */
export function layOutTreemap(folder: FileNode, picture: Picture): Treemap {
  const width = Math.min(picture.width, picture.openedWidth);
  const { nodes, map } = openFolders(folder, { ...picture, width });
  return width === picture.width ? map : layOutNodes(folder, nodes, picture);
}

/** Entries, and the picture of them. */
interface Opened {
  readonly nodes: readonly FileNode[];
  readonly map: Treemap;
}

/** Folders are opened, the most expensive first, as long as what is in them has tiles; an unopened one is an entry. */
function openFolders(folder: FileNode, picture: Picture): Opened {
  let nodes = firstEntries(folder);
  let map = layOutNodes(folder, nodes, picture);
  const closed = new Set<FileNode>();
  for (;;) {
    const isOpenable = ({ node }: Tile): boolean => node.children.length > 0 && !closed.has(node);
    const next = map.tiles.find(isOpenable)?.node;
    if (!next) return { nodes, map };
    closed.add(next);
    const opened = [...nodes.filter((node) => node !== next), ...entriesOf(next)].toSorted(byCost);
    const openedMap = layOutNodes(folder, opened, picture);
    if (restUsd(openedMap) - restUsd(map) > MAX_LOST * usdOf(next)) continue;
    [nodes, map] = [opened, openedMap];
  }
}

function restUsd({ rest }: Treemap): number {
  return rest ? usdOf(rest.folder) : 0;
}

/**
 * The tiles of entries that are sorted by cost: of all that have room for their labels, and one of the rest. If that
 * would be most of the picture, though not all of it is small, the picture is of those that have room among themselves.
 */
function layOutNodes(folder: FileNode, nodes: readonly FileNode[], picture: Picture): Treemap {
  const first = nodes.slice(0, 1);
  return (
    layOutHeld(folder, nodes, picture, true) ??
    layOutHeld(folder, nodes, picture, false) ?? {
      tiles: tilesOf(first, squarify(first.map(usdOf), picture)),
      rest: restOf(folder, nodes, first, undefined),
    }
  );
}

/** Moves entries without room for their labels to the rest until all others have room; undefined if none has. */
function layOutHeld(
  folder: FileNode,
  nodes: readonly FileNode[],
  picture: Picture,
  hasRest: boolean,
): Treemap | undefined {
  const whole = sumUsd(nodes);
  let kept: readonly FileNode[] = nodes.slice(0, MAX_TILES);
  let isRestDrawn = hasRest;
  while (kept.length > 0) {
    const restUsd = Math.max(0, whole - sumUsd(kept));
    const isWhole = kept.length === nodes.length;
    const areas = squarify(
      [...kept.map(usdOf), ...(isRestDrawn && !isWhole ? [restUsd] : [])],
      picture,
    );
    const tiles = tilesOf(kept, areas);
    let unheld = tiles.filter((tile) => !isHeld(tile.node, tile, picture));
    if (unheld.length === 0) {
      const rest = restOf(folder, nodes, kept, areas[kept.length]);
      if (rest && hasRest && !isSmall(rest.folder, whole, picture)) return undefined;
      if (!rest?.area || isHeld(rest.folder, rest.area, picture)) return { tiles, rest };
      unheld = tiles.slice(-1);
      isRestDrawn = restUsd > MAX_UNDRAWN * whole && unheld.every(isAddable(restUsd));
      if (!isRestDrawn) continue;
    }
    kept = withoutLast(kept, unheld);
    isRestDrawn = hasRest;
  }
  return undefined;
}

/** A rest without room for its label takes the next entry, but none that costs more than it: that one is not small. */
function isAddable(usd: number): (tile: Tile) => boolean {
  return ({ node }) => usdOf(node) <= usd;
}

/** Few are moved at once, the cheapest: the others get other places. */
function withoutLast(kept: readonly FileNode[], unheld: readonly Tile[]): readonly FileNode[] {
  const moved = new Set(unheld.slice(-Math.ceil(unheld.length / 4)).map(({ node }) => node));
  return kept.filter((node) => !moved.has(node));
}

/** Whether the rest is a small part of the picture, or all of its entries are too small for any label. */
function isSmall(rest: FileNode, whole: number, { width, height, least }: Picture): boolean {
  const smallUsd = (whole * least.width * least.height) / (width * height);
  const [largest] = rest.children;
  return usdOf(rest) <= MAX_REST * whole || !largest || usdOf(largest) < smallUsd;
}

function isHeld(node: FileNode, area: Size, { least, holds }: Picture): boolean {
  return area.width >= least.width && area.height >= least.height && holds(node, area);
}

function restOf(
  folder: FileNode,
  nodes: readonly FileNode[],
  kept: readonly FileNode[],
  area: Area | undefined,
): Rest | undefined {
  if (kept.length === nodes.length) return undefined;
  const withTiles = new Set(kept);
  const others = nodes.filter((node) => !withTiles.has(node));
  return { folder: restFolder(folder, others), area };
}

/** The entries of a folder, or of the one folder that is all of it. */
function firstEntries(folder: FileNode): readonly FileNode[] {
  const entries = entriesOf(folder);
  const [only] = entries;
  return entries.length === 1 && only && only.children.length > 0 ? firstEntries(only) : entries;
}

/** The entries that cost something, most expensive first: not in their own order where files are left out. */
function entriesOf({ children }: FileNode): readonly FileNode[] {
  return children.filter((node) => usdOf(node) > 0).toSorted(byCost);
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

function sumUsd(nodes: readonly FileNode[]): number {
  return nodes.reduce((sum, node) => sum + usdOf(node), 0);
}

function byCost(a: FileNode, b: FileNode): number {
  return usdOf(b) - usdOf(a);
}
