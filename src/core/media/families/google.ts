import type { Detail, MediaPart, MediaTokens } from '../part';
import { exactTokens, timesTokens } from '../sum';
import {
  fitInto,
  sizeOf,
  TEXT_ALONE,
  TYPICAL,
  type Formula,
  type MediaFamily,
  type Size,
} from './family';
import { secondTokens } from './seconds';

const TILE_TOKENS = 258;

/** A picture whose sides have no more pixels is one tile. */
const SMALL = 384;

/** Of 4 × 4 tiles of the largest picture: 3,072 / 768 = 4. */
const MOST_TILES = 16;

/** Sides of a tile, of Gemini 1.5 ("min tile 256px, max 768px"); larger pictures are scaled to 3,072. */
const TILE = { least: 256, most: 768, picture: 3072 };

/**
 * 258 tokens up to 384 × 384 pixels; larger pictures have tiles of 258 tokens: the unit is roughly
 * ⌊min(width, height) / 1.5⌋, and each side is divided by it. The page also says that tiles have 768 pixels: where that
 * gives another number, both are in the band.
 *
 * https://ai.google.dev/gemini-api/docs/image-understanding ("Token calculation")
 *
 * Worked example, of the page: 960 × 540 has a unit of 360, 3 × 2 = 6 tiles: 1,548 tokens.
 */
export function tiledTokens(part: MediaPart): MediaTokens {
  // https://ai.google.dev/gemini-api/docs/media-resolution, Gemini 2.5
  if (part.detail === 'low') return exactTokens(64);
  if (part.detail === 'medium') return exactTokens(256);
  const size = sizeOf(part);
  if (size) return tiled(size);
  return { ...tiled(TYPICAL), low: TILE_TOKENS, high: MOST_TILES * TILE_TOKENS };
}

function tiled(size: Size): MediaTokens {
  if (Math.max(size.width, size.height) <= SMALL) return exactTokens(TILE_TOKENS);
  const unit = Math.max(1, Math.floor(Math.min(size.width, size.height) / 1.5));
  const clamped = Math.min(TILE.most, Math.max(TILE.least, unit));
  const formula = TILE_TOKENS * tilesOf(size, unit);
  const ofPixels = TILE_TOKENS * tilesOf(fitInto(size, TILE.picture), clamped);
  // A long strip has hundreds of units; no page has more tiles than the largest picture.
  const tokens = Math.min(formula, Math.max(MOST_TILES * TILE_TOKENS, ofPixels));
  return {
    ...exactTokens(tokens),
    low: Math.min(tokens, ofPixels),
    high: Math.max(tokens, ofPixels),
  };
}

function tilesOf({ width, height }: Size, unit: number): number {
  return Math.ceil(width / unit) * Math.ceil(height / unit);
}

/** "Approximate token counts", and "the maximum number of tokens allocated per input image or video frame". */
const PICTURE: Readonly<Record<Detail, number>> = {
  low: 280,
  medium: 560,
  high: 1120,
  ultraHigh: 2240,
  original: 1120,
};

/** A picture may have a few tokens less than its maximum, by its shape: about 1,100 of 1,120 were seen. */
const LEAST_SHARE = 0.9;

/**
 * https://ai.google.dev/gemini-api/docs/media-resolution ("Token counts", Gemini 3 models; Gemini 4 alike)
 *
 * Worked example, of the page: 1,120 tokens by default, 280 with low resolution.
 */
export function allocatedTokens({ detail = 'high' }: MediaPart): MediaTokens {
  const tokens = PICTURE[detail];
  return { ...exactTokens(tokens), low: Math.round(LEAST_SHARE * tokens) };
}

/**
 * https://ai.google.dev/gemini-api/docs/document-processing ("Each document page is equivalent to 258 tokens"); of
 * Gemini 3 and later by media resolution, 560 by default, where the other page still says 258; the page's own text is not
 * charged there.
 */
function pageTokens(ofPage: (detail: Detail | undefined) => MediaTokens): Formula {
  return ({ pages, detail }) => ({
    ...timesTokens(ofPage(detail), pages ?? 1),
    unknown: pages === undefined ? ['pages'] : [],
  });
}

function allocatedPage(detail: Detail | undefined): MediaTokens {
  const tokens = exactTokens(PICTURE[detail ?? 'medium']);
  return detail === undefined ? { ...tokens, low: TILE_TOKENS } : tokens;
}

// https://ai.google.dev/gemini-api/docs/tokens ("Video: 263 tokens per second. Audio: 32 tokens per second");
// https://ai.google.dev/gemini-api/docs/video-understanding ("approximately 300 tokens per second");
// https://ai.google.dev/gemini-api/docs/media-resolution: 70 for each frame of Gemini 3, one a second, 280 with high
// resolution; sound 25 or 32. Worked example: a minute of sound has 60 × 32 = 1,920 tokens.

const BEFORE_3 = {
  image: tiledTokens,
  document: pageTokens(() => exactTokens(TILE_TOKENS)),
  audio: secondTokens(() => [32, 32, 32]),
  video: secondTokens((detail) => (detail === 'low' ? [96, 100, 100] : [263, 263, 300])),
};

export const GOOGLE: readonly MediaFamily[] = [
  {
    name: 'google text',
    models: /^(?:gemini-1\.0-pro$|gemini-pro$|gemini-embedding-001|text-|gemma-[12]?b?-?\d*b)/,
    ...TEXT_ALONE,
  },
  { name: 'gemini 2', models: /^gemini-(?:1\.5|2)/, ...BEFORE_3 },
  {
    name: 'gemini 3',
    models: /^gemini-[34]/,
    image: allocatedTokens,
    document: pageTokens(allocatedPage),
    audio: secondTokens(() => [25, 32, 32]),
    video: secondTokens((detail) => (detail === 'high' ? [305, 312, 312] : [95, 102, 102])),
  },
  {
    // https://ai.google.dev/gemma/docs/capabilities/vision ("Each image typically uses 256 tokens"; scaled to 896 × 896)
    name: 'gemma 3',
    models: /^(?:google-)?gemma-3n?-(?!1b|270m)/,
    image: () => exactTokens(256),
    document: undefined,
    audio: undefined,
    video: undefined,
  },
  {
    // The same page: "budget sizes of 70, 140, 280, 560, or 1120 tokens". Who hosts the model chooses.
    name: 'gemma 4',
    models: /^(?:google-)?gemma-4-/,
    image: () => ({ ...exactTokens(280), low: 70, high: 1120 }),
    document: undefined,
    audio: undefined,
    video: undefined,
  },
];
