import type { MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { sizeOf, TYPICAL, type MediaFamily, type Size } from './family';

const PATCH = 14;
/** Two by two patches are one token. */
const CELL = 2 * PATCH;
/** `patch_limit_on_one_side`. */
const LONGEST = 512 * PATCH;

/** What stands around a picture in the prompt: four tokens, and perhaps a line end. */
const MARKS = { least: 4, most: 5 };

/**
 * Kimi from K2.5 on: cells of 28 × 28 pixels, as the published processor cuts them; a picture of more patches of 14 × 14
 * than the limit is scaled down, none is enlarged. Moonshot's own pages speak of a dynamic calculation.
 *
 * https://huggingface.co/moonshotai/Kimi-K2.5/blob/main/preprocessor_config.json (`patch_size` 14, `merge_kernel_size` 2,
 * `in_patch_limit` 16,384, `patch_limit_on_one_side` 512), and the same of Kimi K3 (`in_patch_limit` 65,536)
 *
 * Worked example: 1,024 × 1,024 has 37 × 37 cells, and the marks around it: 1,373 tokens.
 *
 * @param limit patches.
 */
function cellTokens(limit: number): (part: MediaPart) => MediaTokens {
  const most = cellsOf({ width: LONGEST, height: LONGEST }, limit);
  return (part) => {
    const size = sizeOf(part);
    const cells = cellsOf(size ?? TYPICAL, limit);
    return {
      ...exactTokens(cells + MARKS.least),
      low: (size ? cells : 1) + MARKS.least,
      high: (size ? cells : most) + MARKS.most,
    };
  };
}

function cellsOf(size: Size, limit: number): number {
  const [width, height] = [Math.max(1, size.width), Math.max(1, size.height)];
  const scale = Math.min(
    1,
    Math.sqrt(limit / (wholePatches(width) * wholePatches(height))),
    LONGEST / width,
    LONGEST / height,
  );
  const across = (side: number): number => Math.ceil(Math.max(1, Math.floor(side * scale)) / CELL);
  return across(width) * across(height);
}

function wholePatches(side: number): number {
  return Math.max(1, Math.floor(side / PATCH));
}

function kimi(name: string, models: RegExp, limit: number): MediaFamily {
  return {
    name,
    models,
    image: cellTokens(limit),
    document: undefined,
    audio: 'refused',
    video: undefined,
  };
}

export const KIMI: readonly MediaFamily[] = [
  kimi('kimi 2.5', /^kimi-k2[.p-][567](?!\d)/, 16_384),
  kimi('kimi 3', /^kimi-k3(?![.p-]\d)/, 65_536),
];
