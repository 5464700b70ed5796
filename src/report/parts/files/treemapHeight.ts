import { ZERO_MONEY } from '../../../core/pricing/money';
import type { FileNode } from '../../../core/charts/fileTree';
import { drawnUsd } from '../../../core/charts/scale';
import { layOutTreemap, type Picture, type Treemap } from '../../../core/charts/treemap';

/** A picture that lacks more of the cost than this share misleads: a higher one has room for more labels. */
const MAX_UNDRAWN = 0.1;

export interface HighTreemap extends Treemap {
  readonly height: number;
}

/**
 * The treemap in the lowest of some heights in which at most a tenth of the cost is not drawn; in the highest if there
 * is none.
 *
 * Worked example: of 30 files of equal cost in 480 × 260, each has 4,160 square pixels, 64 × 65. Where an amount needs 75
 * pixels, most labels have no room, and what is left out would be a quarter of the cost; in 480 × 390 each has 79 × 79.
 *
 * @param heights the lowest first; at least one.
 */
export function layOutInHeights(
  folder: FileNode,
  picture: Omit<Picture, 'height'>,
  heights: readonly [number, ...number[]],
): HighTreemap {
  const [height, next, ...others] = heights;
  const map = layOutTreemap(folder, { ...picture, height });
  if (next === undefined || undrawnShare(folder, map) <= MAX_UNDRAWN) return { ...map, height };
  return layOutInHeights(folder, picture, [next, ...others]);
}

function undrawnShare(folder: FileNode, { rest }: Treemap): number {
  return rest && !rest.area ? usdOf(rest.folder) / usdOf(folder) : 0;
}

function usdOf({ cost = ZERO_MONEY }: FileNode): number {
  return drawnUsd(cost);
}
