import type { MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { sizeOf, TEXT_ALONE, TYPICAL, type Formula, type MediaFamily, type Size } from './family';

/** "Estimated token count" by the size of a picture, in order of its pixels. */
type Table = readonly (readonly [pixels: number, tokens: number])[];

/** Of 900 × 450, 900 × 900, 1,400 × 900, 1,800 × 900 and 1,300 × 1,300 pixels. */
const PIXELS = [405_000, 810_000, 1_260_000, 1_620_000, 1_690_000] as const;
const NOVA_1 = tableOf(800, 1300, 1800, 2400, 2600);
const NOVA_2 = tableOf(515, 1035, 1600, 2060, 2155);

function tableOf(...tokens: readonly number[]): Table {
  return PIXELS.map((pixels, index) => [pixels, tokens[index] ?? 0]);
}

/** The page says "~800": a hundred more or less is 12 % of the smallest picture, and 4 % of the largest. */
const ABOUT = 0.1;

function about(tokens: number): MediaTokens {
  return {
    ...exactTokens(Math.round(tokens)),
    low: Math.round(tokens * (1 - ABOUT)),
    high: Math.round(tokens * (1 + ABOUT)),
  };
}

/** Between two sizes of the table in proportion, outside in the ratio of the nearest. */
function lookUp(table: Table, pixels: number): number {
  const next = table.findIndex(([each]) => each >= pixels);
  // Above the table, the last size is the nearest.
  const [lowPixels, lowTokens] = table.at(Math.max(-1, next - 1)) ?? [1, 0];
  const [highPixels, highTokens] = table[next] ?? [lowPixels, lowTokens];
  if (next === 0) return (pixels / highPixels) * highTokens;
  if (next < 0) return (pixels / lowPixels) * lowTokens;
  const share = (pixels - lowPixels) / (highPixels - lowPixels);
  return lowTokens + share * (highTokens - lowTokens);
}

/** "At least one side of the image is greater than 896px"; the page's example takes 900. */
const SIDE = 900;
/** Sides have at most 8,000 pixels, and shapes from 1 : 9 to 9 : 1. */
const SMALLEST: Size = { width: SIDE, height: SIDE / 9 };
const LARGEST: Size = { width: 8000, height: 8000 };

function pixelsOf({ width, height }: Size): number {
  const enlarge = Math.max(1, SIDE / Math.max(1, width, height));
  return Math.min(LARGEST.width * LARGEST.height, width * enlarge * (height * enlarge));
}

/**
 * A small picture is enlarged to a side of 900 pixels; the tokens are those of the page's table.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/modalities-image.html ("Image to tokens conversion")
 *
 * Worked example, of the page: 800 × 400 is taken for 900 × 450: about 800 tokens.
 */
function tableTokens(table: Table): (part: MediaPart) => MediaTokens {
  const of = (size: Size): MediaTokens => about(lookUp(table, pixelsOf(size)));
  return (part) => {
    const size = sizeOf(part);
    return size ? of(size) : { ...of(TYPICAL), low: of(SMALLEST).low, high: of(LARGEST).high };
  };
}

const FLAT = 230;

/**
 * Editions of the page differ: "usage is billed at a flat rate of 230 tokens per image", or a table.
 *
 * https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-multimodal-models.html ("Image-token estimation")
 */
function flatTokens(part: MediaPart): MediaTokens {
  const { high } = tableTokens(NOVA_2)(part);
  return { ...exactTokens(FLAT), high: Math.max(FLAT, high) };
}

/** "A standard 8.5x11 inch PDF page ≈ 2,560 input tokens", of the same page. */
function pageTokens({ pages }: MediaPart): MediaTokens {
  return { ...about(2560 * (pages ?? 1)), unknown: pages === undefined ? ['pages'] : [] };
}

/** Of a picture of 672 × 672 pixels. */
const FRAME_TOKENS = 288;

/**
 * One picture a second, at most so many; the sound is not read.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/modalities-video.html ("Video tokens")
 *
 * Worked example, of the page: 30 s have 30 × 288 = 8,640 tokens; Nova Pro has 960 × 288 = 276,480 from 16 minutes on.
 */
function frameTokens(most: number, least = most): Formula {
  const of = (seconds: number, frames: number): number =>
    FRAME_TOKENS * Math.min(frames, Math.ceil(seconds));
  return ({ seconds }) => ({
    ...exactTokens(of(seconds ?? 1, most)),
    low: of(seconds ?? 1, least),
    unknown: seconds === undefined ? ['length'] : [],
  });
}

/** "1 FPS up to a limit of 3,200 frames" */
const LONG = 3200;
const SHORT = 960;

const NOVA = { image: tableTokens(NOVA_1), document: undefined, audio: 'refused' } as const;

export const AMAZON: readonly MediaFamily[] = [
  { name: 'nova text', models: /^nova-micro/, ...TEXT_ALONE },
  {
    name: 'nova 2',
    models: /^nova-2-lite/,
    image: flatTokens,
    document: pageTokens,
    audio: undefined,
    video: frameTokens(LONG, SHORT),
  },
  { name: 'nova premier', models: /^nova-premier/, ...NOVA, video: frameTokens(LONG) },
  { name: 'nova', models: /^nova-(?:lite|pro)/, ...NOVA, video: frameTokens(SHORT) },
];
