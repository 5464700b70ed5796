import { wrapText, wrapWords } from '../../../core/charts/labels';
import type { FileNode } from '../../../core/charts/fileTree';
import { isRest } from '../../../core/charts/restFolder';
import type { Picture } from '../../../core/charts/treemap';
import {
  describeFolder,
  describeNodeCost,
  nameOfEntry,
  restOfFiles,
} from '../../../wording/page/files';
import type { Words } from '../../../wording/words';
import type { Room } from '../charts/useRoom';

/** Of the picture, in pixels: the first with room for most of the files. */
export const HEIGHTS = [260, 390, 520] as const;

/** Folders are opened if their files have room in a picture of this width: that of a report of 480 pixels. */
const OPENED_WIDTH = 450;

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
  /** Name and amount with a space between them, in a tile that is too narrow for two lines. */
  readonly isOneLine: boolean;
}

type Size = Parameters<Picture['holds']>[1];

export function pictureOf(words: Words, room: Room): Picture {
  const least = Math.max(LEAST_SIDE, room.lineHeight + 2 * INSET.y);
  return {
    width: room.width,
    height: HEIGHTS[0],
    openedWidth: OPENED_WIDTH,
    least: { width: least, height: least },
    holds: (node, tile) => fittingLabel(words, node, tile, room) !== undefined,
  };
}

/** The label of a tile; it is too large only if no smaller part of the picture could be shown. */
export function tileLabel(words: Words, node: FileNode, tile: Size, room: Room): TileLabel {
  return fittingLabel(words, node, tile, room) ?? labelIn(words, node, tile, room);
}

/** The first that has room: lines, lines from top to bottom, then one line either way. */
function fittingLabel(words: Words, node: FileNode, tile: Size, room: Room): TileLabel | undefined {
  const turned = { width: tile.height, height: tile.width };
  for (const labelled of [labelIn, oneLine]) {
    for (const size of [tile, turned]) {
      const label = labelled(words, node, size, room);
      if (hasRoom(label, size, room)) return { ...label, isVertical: size === turned };
    }
  }
  return undefined;
}

function labelIn(words: Words, node: FileNode, { width }: Size, room: Room): TileLabel {
  const most = width - 2 * INSET.x;
  const text = nameOf(node);
  const name = text === '' ? [] : wrapText(text, Math.max(most, LEAST_LINE), room.boldWidth);
  const amount = wrapWords(amountOf(words, node), most, room.textWidth);
  return { name, amount, isVertical: false, isOneLine: false };
}

function oneLine(words: Words, node: FileNode): TileLabel {
  const name = [nameOf(node)].filter((text) => text !== '');
  return { name, amount: [amountOf(words, node)], isVertical: false, isOneLine: true };
}

function nameOf(node: FileNode): string {
  return isRest(node) ? '' : nameOfEntry(node);
}

function amountOf(words: Words, node: FileNode): string {
  if (isRest(node)) return restOfFiles(words, node);
  return node.index === undefined ? describeFolder(words, node) : describeNodeCost(words, node);
}

function hasRoom(label: TileLabel, { width, height }: Size, room: Room): boolean {
  const { name, amount, isOneLine } = label;
  const widths = [...name.map(room.boldWidth), ...amount.map(room.textWidth)];
  const most = isOneLine
    ? widths.reduce((sum, each) => sum + each, room.textWidth(' '))
    : Math.max(...widths);
  const lines = isOneLine ? 1 : widths.length;
  return most <= width - 2 * INSET.x && lines * room.lineHeight <= height - 2 * INSET.y;
}
