import type { MediaPart, MediaTokens } from '../part';
import { exactTokens, timesTokens } from '../sum';
import { fitInto, sizeOf, TEXT_ALONE, TYPICAL, type MediaFamily, type Size } from './family';
import { MOST_PATCHES, patchTokens, type Limits, type PatchRule, type Sizing } from './patches';
import { secondTokens } from './seconds';

// https://developers.openai.com/api/docs/guides/images-vision ("Model sizing behavior", "Calculating costs"), and the
// same page before, https://platform.openai.com/docs/guides/images-vision. Editions of 2025-07 to 2026-10 were read in
// stored copies; where they give a model different factors or limits, the newest is expected and the others are in the
// band. For gpt-4.1-mini the edition with an example of the model is expected.

const TILE = 512;

/**
 * Tiles of 512 × 512 pixels: the picture is scaled to fit in 2,048 × 2,048, then down to a shorter side of 768; each tile
 * costs the same, and there are base tokens. With detail "low" there are the base tokens alone.
 *
 * Worked examples, of the page: with 85 and 170, 1,024 × 1,024 becomes 768 × 768, 4 tiles: 85 + 4 × 170 = 765;
 * 2,048 × 4,096 becomes 768 × 1,536, 6 tiles: 1,105; 4,096 × 8,192 with low detail: 85.
 */
export function tileTokens(base: number, tile: number): (part: MediaPart) => MediaTokens {
  const of = (tiles: number): number => base + tiles * tile;
  return (part) => {
    if (part.detail === 'low') return exactTokens(base);
    const size = sizeOf(part);
    // 2,048 × 768 has 4 × 2 tiles.
    if (!size) return { ...exactTokens(of(tilesOf(TYPICAL))), low: base, high: of(8) };
    const tokens = exactTokens(of(tilesOf(size)));
    // "auto" may take a picture that fits one tile for low detail.
    const isSmall = Math.max(size.width, size.height) <= TILE;
    return isSmall && part.detail === undefined ? { ...tokens, low: base } : tokens;
  };
}

function tilesOf(size: Size): number {
  const { width, height } = fitInto(size, 2048);
  const scale = Math.min(1, 768 / Math.min(width, height));
  // "Scale it down to 768px and round down the other dimension"; a hundredth of a pixel is an error of the arithmetic.
  const of = (side: number): number =>
    scale < 1 ? Math.max(1, Math.floor(side * scale + 0.01)) : side;
  return Math.ceil(of(width) / TILE) * Math.ceil(of(height) / TILE);
}

/**
 * A PDF is sent as the text and a picture of each page; how many tokens a page's text has depends on it.
 *
 * https://platform.openai.com/docs/guides/pdf-files ("both the extracted text and an image of each page")
 */
function pagesAs(image: (part: MediaPart) => MediaTokens): (part: MediaPart) => MediaTokens {
  return ({ pages }) => ({
    ...timesTokens(image({ kind: 'image' }), pages ?? 1),
    unknown: pages === undefined ? ['document', 'pages'] : ['document'],
  });
}

function family(
  name: string,
  models: RegExp,
  image: (part: MediaPart) => MediaTokens,
): MediaFamily {
  return { name, models, image, document: pagesAs(image), audio: 'refused', video: 'refused' };
}

function patchFamily(name: string, models: RegExp, rule: PatchRule): MediaFamily {
  return family(name, models, patchTokens(rule));
}

const TO_1536: Sizing = { high: { patches: 1536, side: 2048 } };

/** All details alike. */
const LIMIT_6144: Limits = { patches: 6144, side: 2048 };
const TO_6144: Sizing = { low: LIMIT_6144, high: LIMIT_6144 };

const TO_2500: Sizing = {
  high: { patches: 2500, side: 2048 },
  original: { patches: 10_000, side: 6000 },
};

/** Low detail "can use more tokens than high". */
const OF_5_4: Sizing = { ...TO_2500, low: LIMIT_6144 };

const OF_6: Sizing = {
  high: { patches: 2500, side: 65_535 },
  original: { patches: MOST_PATCHES, side: 65_535 },
  auto: 'original',
};

/** The first that matches is the model's. */
export const OPENAI: readonly MediaFamily[] = [
  {
    name: 'openai text',
    models:
      /^(?:gpt-3\.?5|gpt-4(?:-32k|-0\d+|-1106).*|gpt-4$|gpt-oss|o1-mini|o1-preview|o3-mini|text-|ada$|babbage|curie|davinci|.*-codex-spark)/,
    ...TEXT_ALONE,
  },
  {
    name: 'openai transcription',
    models: /^gpt-.*(?:transcribe|tts|whisper)/,
    image: undefined,
    document: undefined,
    audio: undefined,
    video: 'refused',
  },
  {
    // https://developers.openai.com/api/docs/guides/realtime-costs ("Audio tokens in user messages are 1 token per 100 ms
    // of audio"). Worked example: 2 s have 20 tokens.
    name: 'openai audio',
    models: /^gpt-.*(?:audio|realtime)/,
    image: undefined,
    document: undefined,
    audio: secondTokens(() => [10, 10, 10]),
    video: 'refused',
  },
  family('openai 4o-mini', /^gpt-4o-mini/, tileTokens(2833, 5667)),
  patchFamily('openai 4.1-mini', /^gpt-4\.1-mini/, {
    factor: 1.62,
    sizing: TO_1536,
    other: TO_6144,
  }),
  patchFamily('openai 4.1-nano', /^gpt-4\.1-nano/, { factor: 2.46, sizing: TO_1536 }),
  patchFamily('openai o4-mini', /^o4-mini/, { factor: 1.72, sizing: TO_1536 }),
  patchFamily('openai 5-nano', /^gpt-5-nano/, { factor: 1.5, most: 2.46, sizing: TO_1536 }),
  patchFamily('openai 5.4-nano', /^gpt-5\.\d-nano/, {
    factor: 1.2,
    most: 2.46,
    sizing: OF_5_4,
    other: TO_1536,
  }),
  patchFamily('openai 5.4-mini', /^gpt-5\.[4-9]-mini/, {
    factor: 1.2,
    most: 1.62,
    sizing: OF_5_4,
    other: TO_1536,
  }),
  patchFamily('openai 5-mini', /^gpt-5(?:\.\d)?(?:-codex)?-mini/, {
    factor: 1.2,
    most: 1.62,
    sizing: TO_1536,
  }),
  patchFamily('openai 5.2', /^gpt-5\.2/, { factor: 1.2, sizing: TO_6144, other: TO_1536 }),
  // Named in an edition without its factor.
  patchFamily('openai 5.3', /^gpt-5\.3/, {
    factor: 1.2,
    least: 1,
    sizing: TO_6144,
    other: TO_1536,
  }),
  patchFamily('openai 5.4', /^gpt-5\.4/, { factor: 1.2, sizing: OF_5_4, other: TO_2500 }),
  patchFamily('openai 5.5', /^gpt-5\.5/, {
    factor: 1.2,
    sizing: { ...TO_2500, auto: 'original' },
  }),
  patchFamily('openai 6 astra', /^gpt-6-astra/, { factor: 1.2, sizing: OF_6 }),
  patchFamily('openai 5.6', /^gpt-5\.6/, {
    factor: 1.2,
    sizing: OF_6,
    other: { ...OF_6, high: TO_2500.high },
  }),
  // The page names gpt-6-astra alone of its generation: for the others its factor is likely, and the band has those of
  // all models with patches but the nano ones.
  patchFamily('openai 6', /^gpt-[6-9]/, { factor: 1.2, least: 1, most: 1.72, sizing: OF_6 }),
  family(
    'openai 4o',
    /^(?:chatgpt-4o|gpt-4o|gpt-4\.1|gpt-4\.5|gpt-4-(?:turbo|vision))/,
    tileTokens(85, 170),
  ),
  family('openai 5', /^gpt-5/, tileTokens(70, 140)),
  family('openai o', /^o[13](?!\d)/, tileTokens(75, 150)),
  family('openai computer-use', /^computer-use/, tileTokens(65, 129)),
];
