import type { MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { sizeOf, TYPICAL, type MediaFamily, type Size } from './family';
import { secondTokens } from './seconds';

/** How a picture is cut into cells; each is a token. */
interface Grid {
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
function gridTokens(grid: Grid): (part: MediaPart) => MediaTokens {
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

const REST = { document: undefined, video: undefined } as const;

/**
 * Sound: tokens of a second, of which there is at least one.
 *
 * https://help.aliyun.com/zh/model-studio/qwen-omni ("音频、图片与视频转换为 Token 数的规则")
 *
 * Worked example: a minute has 60 × 7 = 420 tokens on Qwen3.5-Omni.
 */
function omni(name: string, models: RegExp, perSecond: number, grid: Grid): MediaFamily {
  const audio = secondTokens(() => [perSecond, perSecond, perSecond]);
  return {
    name,
    models,
    image: gridTokens(grid),
    audio: (part) =>
      audio(part.seconds === undefined ? part : { ...part, seconds: Math.max(1, part.seconds) }),
    ...REST,
  };
}

function vision(name: string, models: RegExp, grid: Grid): MediaFamily {
  return { name, models, image: gridTokens(grid), audio: 'refused', ...REST };
}

/** The first that matches is the model's. */
export const ALIBABA: readonly MediaFamily[] = [
  omni('qwen 3.5 omni', /^qwen3\.5-omni/, 7, { cell: 32, least: 24, most: 1280, highest: 16_384 }),
  omni('qwen 3 omni', /^qwen3-omni/, 12.5, { cell: 32, least: 4, most: 1280 }),
  omni('qwen omni-turbo', /^qwen-omni-turbo/, 25, { cell: 28, least: 4, most: 1280 }),
  vision('qwen 3 vl', /^qwen-?(?:3-?vl|vl-(?:max|plus)|3[.p-][567]-(?!max|omni))/, {
    cell: 32,
    least: 4,
    most: 2560,
    highest: 16_384,
  }),
  vision('qwen 2.5 vl', /^(?:qvq|qwen-?2(?:[.p]5)?-vl)/, {
    cell: 28,
    least: 4,
    most: 1280,
    highest: 16_384,
  }),
];
