import type { MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { fitInto, sizeOf, TEXT_ALONE, TYPICAL, type MediaFamily, type Size } from './family';

// https://developers.openai.com/api/docs/guides/images-vision ("Model sizing behavior", "Calculating costs"), and the
// same page before, https://platform.openai.com/docs/guides/images-vision. Editions of 2025-07 to 2026-10 were read in
// stored copies; where they give a model different factors, the newest is expected and the others are in the band.

const TILE = 512;
const PATCH = 32;

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
  return Math.ceil((width * scale) / TILE) * Math.ceil((height * scale) / TILE);
}

/** What a detail allows: patches and pixels of the longer side. */
interface Limits {
  readonly patches: number;
  readonly side: number;
}

interface PatchRule {
  /** Tokens of a patch: in the newest edition of the page, and the least and the most in any. */
  readonly factor: number;
  readonly least?: number;
  readonly most?: number;
  readonly high: Limits;
  /** With detail "original". */
  readonly original?: Limits;
  /** What the page says of the detail if a request names none. */
  readonly auto: 'high' | 'original' | 'either';
}

/** "Images over 30,000 patches after processing are rejected." */
const MOST_PATCHES = 30_000;

/**
 * Patches of 32 × 32 pixels, times a factor; above the limit the picture is scaled down.
 *
 * Worked examples, of the page, for a limit of 1,536: 1,024 × 1,024 has 32 × 32 = 1,024 patches; 1,800 × 2,400 has
 * 57 × 75 = 4,275, is scaled to 1,056 × 1,408 and has 33 × 44 = 1,452. With a factor of 1.62: 1,659 and 2,353 tokens.
 */
export function patchTokens(rule: PatchRule): (part: MediaPart) => MediaTokens {
  const { factor, least = factor, most = factor } = rule;
  return (part) => {
    const [few, many] = limitsOf(rule, part);
    const size = sizeOf(part);
    const fewest = size ? patchesOf(size, few) : 1;
    const usual = size ? fewest : patchesOf(TYPICAL, many);
    const largest = size ? patchesOf(size, many) : Math.min(many.patches, MOST_PATCHES);
    return {
      ...exactTokens(scaled(usual, factor)),
      low: scaled(fewest, least),
      high: scaled(largest, most),
    };
  };
}

/** Whole tokens, rounded up; decimal factors are counted in hundredths. */
function scaled(patches: number, factor: number): number {
  return Math.ceil((patches * Math.round(factor * 100)) / 100);
}

const LOW: Limits = { patches: 256, side: 512 };

/** The limits of a part's detail, the closer ones first. */
function limitsOf(
  { high, original = high, auto }: PatchRule,
  { detail }: MediaPart,
): readonly [Limits, Limits] {
  if (detail === 'low') return [LOW, LOW];
  if (detail === 'original') return [original, original];
  if (detail !== undefined || auto === 'high') return [high, high];
  return auto === 'original' ? [original, original] : [high, original];
}

export function patchesOf(size: Size, { patches, side }: Limits): number {
  const fitted = fitInto(size, side);
  const all = coverOf(fitted);
  if (all <= patches) return all;
  const shrink = Math.sqrt((PATCH * PATCH * patches) / (fitted.width * fitted.height));
  const [across, down] = [(fitted.width * shrink) / PATCH, (fitted.height * shrink) / PATCH];
  const adjusted = shrink * Math.min(Math.floor(across) / across, Math.floor(down) / down);
  const resized = {
    // A hundredth of a pixel is an error of the arithmetic.
    width: Math.floor(fitted.width * adjusted + 0.01),
    height: Math.floor(fitted.height * adjusted + 0.01),
  };
  return Math.min(patches, Math.max(1, coverOf(resized)));
}

function coverOf({ width, height }: Size): number {
  return Math.max(1, Math.ceil(width / PATCH) * Math.ceil(height / PATCH));
}

/**
 * A PDF is sent as the text and a picture of each page; how many tokens a page's text has depends on it.
 *
 * https://platform.openai.com/docs/guides/pdf-files ("both the extracted text and an image of each page")
 */
function pagesAs(image: (part: MediaPart) => MediaTokens): (part: MediaPart) => MediaTokens {
  return ({ pages = 1 }) => {
    const { tokens, low, high } = image({ kind: 'image' });
    return {
      tokens: pages * tokens,
      low: pages * low,
      high: pages * high,
      unknown: ['document'],
      refused: undefined,
    };
  };
}

function family(
  name: string,
  models: RegExp,
  image: (part: MediaPart) => MediaTokens,
): MediaFamily {
  return { name, models, image, document: pagesAs(image), audio: 'refused', video: 'refused' };
}

const SMALL: Limits = { patches: 1536, side: 2048 };
const LARGE: Limits = { patches: 2500, side: 2048 };
const WHOLE: Limits = { patches: MOST_PATCHES, side: 65_535 };

/** The first that matches is the model's. */
export const OPENAI: readonly MediaFamily[] = [
  {
    name: 'openai text',
    models:
      /^(?:gpt-3\.?5|gpt-4(?:-32k|-0\d+|-1106).*|gpt-4$|gpt-oss|o1-mini|o1-preview|o3-mini|text-|ada$|babbage|curie|davinci|.*-codex-spark)/,
    ...TEXT_ALONE,
  },
  {
    name: 'openai audio',
    models: /^gpt-.*(?:audio|realtime|transcribe|tts)/,
    image: undefined,
    document: undefined,
    audio: undefined,
    video: 'refused',
  },
  family('openai 4o-mini', /^gpt-4o-mini/, tileTokens(2833, 5667)),
  family(
    'openai 4.1-mini',
    /^gpt-4\.1-mini/,
    patchTokens({ factor: 1.62, high: SMALL, auto: 'high' }),
  ),
  family(
    'openai 4.1-nano',
    /^gpt-4\.1-nano/,
    patchTokens({ factor: 2.46, high: SMALL, auto: 'high' }),
  ),
  family('openai o4-mini', /^o4-mini/, patchTokens({ factor: 1.72, high: SMALL, auto: 'high' })),
  family(
    'openai 5-nano',
    /^gpt-5-nano/,
    patchTokens({ factor: 1.5, most: 2.46, high: SMALL, auto: 'high' }),
  ),
  family(
    'openai 5.4-nano',
    /^gpt-5\.\d-nano/,
    patchTokens({ factor: 1.2, most: 2.46, high: SMALL, auto: 'high' }),
  ),
  family(
    'openai 5-mini',
    /^gpt-5(?:\.\d)?(?:-codex)?-mini/,
    patchTokens({ factor: 1.2, most: 1.62, high: SMALL, auto: 'high' }),
  ),
  family(
    'openai 5.2',
    /^gpt-5\.(?:2|3)/,
    patchTokens({ factor: 1.2, least: 1, high: SMALL, auto: 'high' }),
  ),
  family(
    'openai 5.4',
    /^gpt-5\.4/,
    patchTokens({
      factor: 1.2,
      least: 1,
      high: LARGE,
      original: { patches: 10_000, side: 6000 },
      auto: 'either',
    }),
  ),
  family(
    'openai 5.5',
    /^gpt-5\.5/,
    patchTokens({
      factor: 1.2,
      least: 1,
      high: LARGE,
      original: { patches: 10_000, side: 6000 },
      auto: 'original',
    }),
  ),
  family(
    'openai 5.6',
    /^gpt-(?:5\.6|6-astra)/,
    patchTokens({
      factor: 1.2,
      high: { patches: 2500, side: 65_535 },
      original: WHOLE,
      auto: 'original',
    }),
  ),
  // The page names gpt-6-astra alone of its generation: for the others its factor is likely, and the band has those of
  // all models with patches but the nano ones.
  family(
    'openai 6',
    /^gpt-[6-9]/,
    patchTokens({
      factor: 1.2,
      least: 1,
      most: 1.72,
      high: { patches: 2500, side: 65_535 },
      original: WHOLE,
      auto: 'original',
    }),
  ),
  family(
    'openai 4o',
    /^(?:chatgpt-4o|gpt-4o|gpt-4\.1|gpt-4\.5|gpt-4-(?:turbo|vision))/,
    tileTokens(85, 170),
  ),
  family('openai 5', /^gpt-5/, tileTokens(70, 140)),
  family('openai o', /^o[13](?!\d)/, tileTokens(75, 150)),
  family('openai computer-use', /^computer-use/, tileTokens(65, 129)),
];
