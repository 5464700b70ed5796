import type { MediaPart, MediaTokens } from '../part';
import { gridTokens, type Grid } from './cells';
import { sizeOf, type MediaFamily } from './family';

/**
 * `size` of the processor has the pixels of two frames, as which a picture is read: 12,544 / 2 / 28² = 8 cells at least,
 * 9,633,792 / 2 / 28² = 6,144 at most. Without a configuration, the processor's own standard is 28² × 15,000 / 2: 7,500.
 */
const GRID: Grid = { cell: 28, least: 8, most: 6144, highest: 7500 };

const inCells = gridTokens(GRID);

/**
 * GLM-4.5V and GLM-4.6V: cells of 28 × 28 pixels, as the published processor cuts them, and the marks at both ends. A side
 * shorter than a cell is first enlarged to one. Z.ai's own pages give no formula.
 *
 * https://huggingface.co/zai-org/GLM-4.6V/blob/main/preprocessor_config.json (`patch_size` 14, `merge_size` 2, `size`);
 * https://github.com/huggingface/transformers/blob/main/src/transformers/models/glm4v/image_processing_glm4v.py
 *
 * Worked example: 1,120 × 840 has 40 × 30 + 2 = 1,202 tokens.
 */
function glmTokens(part: MediaPart): MediaTokens {
  const size = sizeOf(part);
  if (!size) return inCells(part);
  const [width, height] = [Math.max(1, size.width), Math.max(1, size.height)];
  const enlarge = Math.max(1, GRID.cell / width, GRID.cell / height);
  return inCells({
    ...part,
    width: Math.floor(width * enlarge),
    height: Math.floor(height * enlarge),
  });
}

export const GLM: readonly MediaFamily[] = [
  {
    name: 'glm v',
    models: /^glm-4[.p][56]v(?:$|-)/,
    image: glmTokens,
    document: undefined,
    audio: 'refused',
    video: undefined,
  },
];
