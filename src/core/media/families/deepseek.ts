import type { MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { fitInto, sizeOf, TYPICAL, type MediaFamily, type Size } from './family';

const PATCH = 14;
/** Three by three patches are one token. */
const CELL = 3 * PATCH;

/** Pictures of fewer pixels are enlarged: "below roughly 544 × 544 total pixels". */
const LEAST_PIXELS = 544 * 544;

/** About 1,300 × 1,300 pixels. */
const MOST_TOKENS = 1024;

/** The most in an earlier edition of the page, on V4 Flash Vision Exp. */
const MOST_EARLIER = 384;

/** "May vary slightly": the API was seen to count three more, whatever the size. */
const MORE = 3;

const LOW_SIDE = 512;

/**
 * DeepSeek V4.1 Flash: cells of 42 × 42 pixels in rows that end with one more token, and the marks at both ends. Smaller
 * pictures are enlarged, larger ones are scaled down. With low detail a picture is first fitted into 512 × 512.
 *
 * https://api-docs.deepseek.com/guides/vision, https://api-docs.deepseek.com/quick_start/token_usage ("Image Token
 * Calculator"; "the actual number of tokens … may vary slightly");
 * https://huggingface.co/deepseek-ai/DeepSeek-V4.1-Flash/blob/main/config.json (`patch_size` 14, `downsample_ratio` 3,
 * `min_pixels` 295,936, `max_image_tokens` 1,024)
 *
 * Worked examples: 1,024 × 1,024 has 25 rows of 25 cells: 25 × 26 + 2 = 652 tokens; 2,048 × 2,048 is scaled to 1,302 ×
 * 1,302: 31 × 32 + 2 = 994.
 */
function rowTokens(part: MediaPart): MediaTokens {
  const size = sizeOf(part);
  const tokens = tokensOf(detailed(size ?? TYPICAL, part));
  if (size) return { ...exactTokens(tokens), high: tokens + MORE };
  return {
    ...exactTokens(tokens),
    // All in one row.
    low: inRows(Math.ceil(LEAST_PIXELS / CELL ** 2), 1),
    high: MOST_TOKENS + MORE,
  };
}

/** DeepSeek answers under the name of the earlier model with V4.1 Flash; other hosts may have it still. */
function eitherTokens(part: MediaPart): MediaTokens {
  const newest = rowTokens(part);
  return { ...newest, low: 1, high: Math.max(newest.high, MOST_EARLIER) };
}

function detailed(size: Size, { detail }: MediaPart): Size {
  return detail === 'low' ? fitInto(size, LOW_SIDE) : size;
}

function tokensOf(size: Size): number {
  const width = Math.max(1, Math.floor(size.width));
  const height = Math.max(1, Math.floor(size.height));
  const enlarge = Math.max(1, Math.sqrt(LEAST_PIXELS / (width * height)));
  const enlarged = { width: Math.floor(width * enlarge), height: Math.floor(height * enlarge) };
  const all = inRows(Math.ceil(enlarged.width / CELL), Math.ceil(enlarged.height / CELL));
  return all <= MOST_TOKENS ? all : reduced(enlarged);
}

function inRows(across: number, down: number): number {
  return down * (across + 1) + 2;
}

/** The most whole cells of the same shape; of a long strip, those in one row or column. */
function reduced({ width, height }: Size): number {
  const shape = height / width;
  const across = Math.sqrt((MOST_TOKENS - 2) / shape + 0.25) - 0.5;
  const down = across * shape;
  if (across < 1) return inRows(1, Math.floor((MOST_TOKENS - 2) / 2));
  if (down < 1) return inRows(MOST_TOKENS - 3, 1);
  const scale = Math.min((Math.floor(across) * CELL) / width, (Math.floor(down) * CELL) / height);
  const cells = (side: number): number =>
    Math.max(1, Math.ceil(Math.floor((side * scale) / PATCH + 1e-6) / 3));
  return inRows(cells(width), cells(height));
}

const REST = { document: undefined, audio: 'refused', video: 'refused' } as const;

export const DEEPSEEK: readonly MediaFamily[] = [
  {
    name: 'deepseek exp',
    models: /^deepseek-v4-flash-vision/,
    image: eitherTokens,
    ...REST,
  },
  {
    name: 'deepseek 4.1',
    models: /^deepseek-(?:flash$|v4[.p-]1-flash)/,
    image: rowTokens,
    ...REST,
  },
];
