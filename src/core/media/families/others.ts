import type { MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { fitInto, sizeOf, TEXT_ALONE, TYPICAL, type MediaFamily, type Size } from './family';

/**
 * Grok: tiles of 448 × 448 pixels with 256 tokens, at most six, and one more.
 *
 * https://docs.x.ai/docs/guides/image-understanding ("Image token usage")
 *
 * Worked example: 800 × 400 has 2 tiles: 3 × 256 = 768 tokens. At most 7 × 256 = 1,792.
 */
export function grokTokens(part: MediaPart): MediaTokens {
  const size = sizeOf(part);
  const of = (tiles: number): number => 256 * (Math.min(6, tiles) + 1);
  if (!size) return { ...exactTokens(of(gridOf(TYPICAL, 448))), low: of(1), high: of(6) };
  return exactTokens(of(gridOf(size, 448)));
}

function gridOf({ width, height }: Size, tile: number): number {
  return Math.ceil(width / tile) * Math.ceil(height / tile);
}

/**
 * Mistral: patches in rows, and a token at the end of each row.
 *
 * https://mistralai.github.io/mistral-common/usage/images/ (`image_patch_size`, `max_image_size`,
 * `spatial_merge_size`); their values: Pixtral 16, 1,024 and 1; Mistral Small 3.1 and later 14, 1,540 and 2.
 *
 * Worked example: 1,024 × 1,024 on Pixtral has 64 rows of 64 patches: 64 × 65 = 4,160 tokens.
 */
export function rowTokens(patch: number, longest: number): (part: MediaPart) => MediaTokens {
  const of = (size: Size): number => {
    const { width, height } = fitInto(size, longest);
    const [across, down] = [Math.round(width), Math.round(height)].map((side) =>
      Math.max(1, Math.ceil(side / patch)),
    );
    return ((across ?? 1) + 1) * (down ?? 1);
  };
  const most = of({ width: longest, height: longest });
  return (part) => {
    const size = sizeOf(part);
    return size ? exactTokens(of(size)) : { ...exactTokens(of(TYPICAL)), low: 2, high: most };
  };
}

const NO_SOUND = { document: undefined, audio: 'refused', video: 'refused' } as const;

export const OTHERS: readonly MediaFamily[] = [
  {
    name: 'grok text',
    models: /^grok-(?:2-1212|3|beta|code)/,
    ...TEXT_ALONE,
  },
  { name: 'grok', models: /^grok-/, image: grokTokens, ...NO_SOUND },
  { name: 'pixtral', models: /^pixtral-12b/, image: rowTokens(16, 1024), ...NO_SOUND },
  {
    name: 'mistral',
    models:
      /^(?:mistral-small-(?:2503|2506|3[.-]\d)|mistral-medium-(?:2505|3(?:$|[.-]))|magistral-\w+-(?:2509|1-2))/,
    image: rowTokens(28, 1540),
    ...NO_SOUND,
  },
  {
    name: 'text alone',
    models:
      /^(?:deepseek-(?:v[123](?!\w)|r1|chat|reasoner|coder)|open-mi[sx]tral-|mistral-7b|mixtral|codestral|(?:meta-)?llama-?(?:2|3(?:[.-][13])?)-(?!2-)|command-r|qwen3-(?:coder|max|\d+b|next)|qwen-(?:turbo|max)$|kimi-k2(?:$|-(?:\d{4}|instruct|thinking|turbo))|glm-4\.[5-7](?:$|-(?:air|flash)))/,
    ...TEXT_ALONE,
  },
];
