import { wrapText, wrapWords } from '../../../core/charts/labels';
import type { FileNode } from '../../../core/charts/fileTree';
import { isRest } from '../../../core/charts/restFolder';
import type { Picture } from '../../../core/charts/treemap';
import { visibleText } from '../../../core/figures/visibleText';
import { describeNodeCost, restOfFiles } from '../../../wording/page/files';
import type { Words } from '../../../wording/words';
import type { Room } from '../charts/useRoom';

const HEIGHT = 260;

/** Border and padding at each side of a tile, as in the style sheet, in pixels. */
const INSET = { x: 6, y: 3 };

/** A pointer hits it (WCAG 2.2, 2.5.8). */
const LEAST_SIDE = 24;

/** A name is not broken into lines of less than this, in pixels. */
const LEAST_LINE = 60;

/** The text of a tile, in lines that are drawn as they are. */
export interface TileLabel {
  /** Of a file or folder; the rest of one has none. */
  readonly name: readonly string[];
  readonly amount: readonly string[];
  /** Read from top to bottom, in a tile that is too narrow for lines. */
  readonly isVertical: boolean;
}

type Size = Parameters<Picture['holds']>[1];

export function pictureOf(words: Words, room: Room): Picture {
  const least = Math.max(LEAST_SIDE, room.lineHeight + 2 * INSET.y);
  return {
    width: room.width,
    height: HEIGHT,
    least: { width: least, height: least },
    holds: (node, tile) => fittingLabel(words, node, tile, room) !== undefined,
  };
}

/** The label of a tile; it is too large only if no smaller part of the picture could be shown. */
export function tileLabel(words: Words, node: FileNode, tile: Size, room: Room): TileLabel {
  return fittingLabel(words, node, tile, room) ?? labelIn(words, node, tile, room);
}

function fittingLabel(words: Words, node: FileNode, tile: Size, room: Room): TileLabel | undefined {
  const turned = { width: tile.height, height: tile.width };
  const [lines, column] = [tile, turned].map((size) => {
    const label = labelIn(words, node, size, room);
    return hasRoom(label, size, room) ? label : undefined;
  });
  return lines ?? (column && { ...column, isVertical: true });
}

function labelIn(words: Words, node: FileNode, { width }: Size, room: Room): TileLabel {
  const most = width - 2 * INSET.x;
  if (isRest(node)) {
    const amount = wrapWords(restOfFiles(words, node), most, room.textWidth);
    return { name: [], amount, isVertical: false };
  }
  const text = visibleText(node.index === undefined ? `${node.name}/` : node.name);
  const name = wrapText(text, Math.max(most, LEAST_LINE), room.boldWidth);
  return { name, amount: [describeNodeCost(words, node)], isVertical: false };
}

function hasRoom({ name, amount }: TileLabel, { width, height }: Size, room: Room): boolean {
  const widths = [...name.map(room.boldWidth), ...amount.map(room.textWidth)];
  const lines = name.length + amount.length;
  return (
    Math.max(...widths) <= width - 2 * INSET.x && lines * room.lineHeight <= height - 2 * INSET.y
  );
}
