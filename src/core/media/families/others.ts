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

/** Pixels of a tile's side, its tokens, and the most tiles. */
const LLAMA_4 = { tile: 336, tokens: 144, tiles: 16 };

/**
 * Llama 4: tiles of 336 × 336 pixels with 144 tokens each, each followed by a mark, then the whole picture as one more
 * tile, and three marks. A picture of one tile has no others. The tiles are a grid of at most 16 in which the picture is
 * enlarged the least, else reduced the least; of several such grids the smallest. That is what the published processor
 * sends; a host may read fewer tiles, and no host documents how many.
 *
 * https://huggingface.co/meta-llama/Llama-4-Scout-17B-16E-Instruct/blob/main/preprocessor_config.json (`max_patches` 16);
 * https://github.com/huggingface/transformers/blob/main/src/transformers/models/llama4/processing_llama4.py
 *
 * Worked example: 1,024 × 1,024 has 4 × 4 tiles: 17 × 144 + 16 + 3 = 2,467 tokens.
 */
function tiledTokens(part: MediaPart): MediaTokens {
  const { tokens, tiles: most } = LLAMA_4;
  const of = (tiles: number): number => (tiles > 1 ? tokens * (tiles + 1) + tiles : tokens) + 3;
  const size = sizeOf(part);
  return {
    ...exactTokens(of(tilesOf(size ?? TYPICAL))),
    low: of(1),
    high: of(size ? tilesOf(size) : most),
  };
}

function tilesOf({ width, height }: Size): number {
  const { tile, tiles: most } = LLAMA_4;
  let best = { tiles: 1, scale: -1 };
  for (let across = 1; across <= most; across++) {
    for (let down = 1; across * down <= most; down++) {
      const scale = Math.min(
        (across * tile) / Math.max(1, width),
        (down * tile) / Math.max(1, height),
      );
      const grid = { tiles: across * down, scale };
      if (isNearer(grid, best)) best = grid;
    }
  }
  return best.tiles;
}

interface TileGrid {
  readonly tiles: number;
  readonly scale: number;
}

/** Enlarging a little is better than enlarging more, and any enlarging better than reducing. */
function isNearer(one: TileGrid, other: TileGrid): boolean {
  if (one.scale === other.scale) return one.tiles < other.tiles;
  if (one.scale >= 1 && other.scale >= 1) return one.scale < other.scale;
  return one.scale > other.scale;
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

const NO_SOUND = { document: undefined, audio: 'refused', video: 'refused' } as const;

export const OTHERS: readonly MediaFamily[] = [
  {
    name: 'grok text',
    models: /^grok-(?:2-1212|3|beta|code)/,
    ...TEXT_ALONE,
  },
  { name: 'grok', models: /^grok-/, image: grokTokens, ...NO_SOUND },
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
    name: 'llama 4',
    models: /^llama-?4-/,
    image: tiledTokens,
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
      /^(?:deepseek-(?:v[123](?!\w)|v4-(?:flash|pro)-\d{4}|r1|chat|reasoner|coder)|open-mi[sx]tral-|mistral-large@?-?24\d\d|ministral-\d+b-24|mistral-7b|mixtral|codestral|(?:meta-)?llama-?(?:2|3(?:[.-][13])?)-(?!2-)|command-r|qwen3-(?:coder|max|\d+b|next)|qwen-(?:turbo|max)$|kimi-k2(?:$|-(?:\d{4}|instruct|thinking|turbo))|glm-4\.[5-7](?:$|-(?:air|flash)))/,
    ...TEXT_ALONE,
  },
];
