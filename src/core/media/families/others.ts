import type { MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { fitInto, sizeOf, TEXT_ALONE, TYPICAL, type MediaFamily, type Size } from './family';

/**
 * Grok: tiles of 448 × 448 pixels with 256 tokens, at most six, and one more.
 *
 * https://docs.x.ai/docs/guides/image-understanding ("Image token usage"); another page says "between 256 to 1792 tokens":
 * https://docs.x.ai/docs/key-information/consumption-and-rate-limits ("Image prompt tokens")
 *
 * Worked example: 800 × 400 has 2 tiles: 3 × 256 = 768 tokens. At most 7 × 256 = 1,792.
 */
export function grokTokens(part: MediaPart): MediaTokens {
  const size = sizeOf(part);
  const of = (tiles: number): number => 256 * (Math.min(6, tiles) + 1);
  if (!size) return { ...exactTokens(of(gridOf(TYPICAL, 448))), low: of(0), high: of(6) };
  const tiles = gridOf(size, 448);
  return { ...exactTokens(of(tiles)), low: of(tiles > 1 ? tiles : 0) };
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

/** Cohere: pixels of a tile, and tokens of each, of the preview too. */
const COHERE = { tile: 512, tokens: 256, shorter: 1536, longer: 2048, tiles: 12 };

/**
 * Command A Vision: tiles of 512 × 512 pixels and a preview, 256 tokens each; a picture of more pixels than 1,536 × 2,048
 * is scaled to fit in them. With low detail 256 tokens, as without a detail if no side is longer than 768.
 *
 * https://docs.cohere.com/docs/image-inputs ("Image Detail")
 *
 * Worked example, of the page: 10,000 × 20,000 becomes 1,024 × 2,048, 8 tiles: 9 × 256 = 2,304.
 */
function previewTokens(part: MediaPart): MediaTokens {
  const of = (tiles: number): number => COHERE.tokens * (tiles + 1);
  const known = sizeOf(part);
  const size = known ?? TYPICAL;
  const isLow = part.detail === undefined && Math.max(size.width, size.height) <= 768;
  if (isLow || part.detail === 'low') return exactTokens(COHERE.tokens);
  const tokens = of(gridOf(fitCohere(size), COHERE.tile));
  const most = of(COHERE.tiles);
  if (!known) return { ...exactTokens(tokens), low: COHERE.tokens, high: most };
  // The page does not say how a long strip of few pixels is cut.
  return { ...exactTokens(tokens), low: Math.min(tokens, most) };
}

function fitCohere(size: Size): Size {
  const { shorter, longer } = COHERE;
  if (size.width * size.height <= shorter * longer) return size;
  const fitted = fitInto(size, longer);
  const scale = Math.min(1, shorter / Math.min(fitted.width, fitted.height));
  return { width: Math.round(fitted.width * scale), height: Math.round(fitted.height * scale) };
}

/**
 * Llama 3.2 Vision: tiles of 560 × 560 pixels, at most 2 × 2, with 1,601 tokens each. That is what Together bills; other
 * hosts may bill another number of tiles.
 *
 * https://docs.together.ai/docs/inference/vision/overview ("Pricing")
 *
 * Worked example, of the page: wider and taller than 560: 4 × 1,601 = 6,404.
 */
function llamaTokens(part: MediaPart): MediaTokens {
  const { width, height } = sizeOf(part) ?? TYPICAL;
  const of = (side: number): number => (side > 560 ? 2 : 1);
  return {
    ...exactTokens(1601 * of(width) * of(height)),
    low: 1601,
    high: 6404,
  };
}

/**
 * MiniMax M3: a "rough single-image token usage heuristic": low "usually a few hundred tokens, up to ~600", by default
 * "often ~1k-3k tokens, up to ~5k", high "often several thousand tokens, up to ~15k+".
 *
 * https://platform.minimax.io/docs/api-reference/text-anthropic-api (`detail`)
 */
function roughTokens({ detail }: MediaPart): MediaTokens {
  if (detail === 'low') return { ...exactTokens(300), low: 1, high: 600 };
  if (detail === undefined || detail === 'medium')
    return { ...exactTokens(2000), low: 1, high: 5000 };
  return { ...exactTokens(5000), low: 1, high: 15_000, unknown: ['image'] };
}

/**
 * Voxtral: a token of 80 ms, in whole pieces of 30 s.
 *
 * https://www.scaleway.com/en/docs/generative-apis/faq ("What are tokens, and how are they counted?")
 *
 * Worked example, of the page: 178 s are 6 pieces: 6 × 30 / 0.08 = 2,250 tokens.
 */
function pieceTokens({ seconds }: MediaPart): MediaTokens {
  const tokens = 375 * Math.max(1, Math.ceil((seconds ?? 1) / 30));
  return { ...exactTokens(tokens), unknown: seconds === undefined ? ['length'] : [] };
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
      /^(?:mistral-small-(?:2503|2506|3[.-]\d)|mistral-medium-(?:250[58]|3(?:$|[.-]))|magistral-\w+-(?:2509|1-2))/,
    image: rowTokens(28, 1540),
    ...NO_SOUND,
  },
  {
    name: 'voxtral',
    models: /^voxtral-(?:small|mini-3b)/,
    image: undefined,
    document: undefined,
    audio: pieceTokens,
    video: 'refused',
  },
  {
    name: 'cohere vision',
    models: /^command-a-vision/,
    image: previewTokens,
    ...NO_SOUND,
  },
  {
    name: 'llama 3.2 text',
    models: /^llama-?v?3[.p-]2-(?:[13]b|\d+b-text)/,
    ...TEXT_ALONE,
  },
  {
    name: 'llama 3.2',
    models: /^llama-?v?3[.p-]2-(?:11|90)b/,
    image: llamaTokens,
    ...NO_SOUND,
  },
  {
    name: 'minimax 3',
    models: /^minimax-m3/,
    image: roughTokens,
    document: undefined,
    audio: undefined,
    video: undefined,
  },
  {
    name: 'text alone',
    models:
      /^(?:deepseek-(?:v[123](?!\w)|r1|chat|reasoner|coder)|open-mi[sx]tral-|mistral-7b|mixtral|codestral|(?:meta-)?llama-?(?:2|3(?:[.-][13])?)-(?!2-)|command-r|qwen3-(?:coder|max|\d+b|next)|qwen-(?:turbo|max)$|kimi-k2(?:$|-(?:\d{4}|instruct|thinking|turbo))|glm-4\.[5-7](?:$|-(?:air|flash)))/,
    ...TEXT_ALONE,
  },
];
