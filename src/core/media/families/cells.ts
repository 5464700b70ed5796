import type { MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { sizeOf, TYPICAL, type Size } from './family';

/** How a picture is cut into cells; each is a token. */
export interface Grid {
  /** Pixels of a cell's side. */
  readonly cell: number;
  /** Cells of a picture; one with fewer or more is scaled. */
  readonly least: number;
  readonly most: number;
  /** The most that a request can ask for, by `vl_high_resolution_images` or `max_pixels`; absent: `most`. */
  readonly highest?: number;
}

/** `<vision_bos>` and `<vision_eos>`. */
const MARKS = 2;

/**
 * The sides are rounded to whole cells; a picture of too many or too few is scaled by the root of the areas' ratio, with
 * its sides rounded down or up. Two marks are added. Hosts of open models may allow more cells than Alibaba: the band has
 * the most that a request can ask for.
 *
 * https://help.aliyun.com/zh/model-studio/vision ("计算图像与视频的 Token": h_bar × w_bar / token_pixels + 2; 32 × 32 pixels
 * of Qwen3.5 to 3.7, Qwen3-VL, qwen-vl-max and qwen-vl-plus, 28 × 28 of QVQ and Qwen2.5-VL; at least 4; 16,384 with
 * vl_high_resolution_images)
 *
 * Worked example: 1,024 × 1,024 in cells of 32 has 32 × 32 + 2 = 1,026 tokens.
 */
export function gridTokens(grid: Grid): (part: MediaPart) => MediaTokens {
  const { least, most, highest = most } = grid;
  return (part) => {
    const size = sizeOf(part);
    const tokens = cellsOf(size ?? TYPICAL, grid, most) + MARKS;
    if (!size) return { ...exactTokens(tokens), low: least + MARKS, high: highest + MARKS };
    return { ...exactTokens(tokens), high: Math.max(tokens, cellsOf(size, grid, highest) + MARKS) };
  };
}

function cellsOf({ width, height }: Size, { cell, least }: Grid, most: number): number {
  // Sides of no pixels are taken for one.
  const sides = [Math.max(1, width) / cell, Math.max(1, height) / cell];
  const across = (count: number): number => Math.max(1, roundEven(count));
  const cells = product(sides.map(across));
  if (cells > most) {
    const shrink = Math.sqrt(most / product(sides));
    return Math.min(most, product(sides.map((side) => Math.max(1, Math.floor(side * shrink)))));
  }
  if (cells >= least) return cells;
  const enlarge = Math.sqrt(least / product(sides));
  return product(sides.map((side) => Math.max(1, Math.ceil(side * enlarge))));
}

function product(sides: readonly number[]): number {
  return sides.reduce((all, side) => all * side, 1);
}

/** As the page's program rounds: halves to the even number. */
function roundEven(value: number): number {
  const whole = Math.round(value);
  return whole - value === 0.5 && whole % 2 === 1 ? whole - 1 : whole;
}
