import { gridTokens, type Grid } from './cells';
import type { MediaFamily } from './family';
import { secondTokens } from './seconds';

const REST = { document: undefined, video: undefined } as const;

/**
 * Sound: tokens of a second, of which there is at least one.
 *
 * https://help.aliyun.com/zh/model-studio/qwen-omni ("音频、图片与视频转换为 Token 数的规则")
 *
 * Worked example: a minute has 60 × 7 = 420 tokens on Qwen3.5-Omni.
 */
function omni(name: string, models: RegExp, perSecond: number, grid: Grid): MediaFamily {
  const audio = secondTokens(() => [perSecond, perSecond, perSecond]);
  return {
    name,
    models,
    image: gridTokens(grid),
    audio: (part) =>
      audio(part.seconds === undefined ? part : { ...part, seconds: Math.max(1, part.seconds) }),
    ...REST,
  };
}

function vision(name: string, models: RegExp, grid: Grid): MediaFamily {
  return { name, models, image: gridTokens(grid), audio: 'refused', ...REST };
}

/** The first that matches is the model's. */
export const ALIBABA: readonly MediaFamily[] = [
  omni('qwen 3.5 omni', /^qwen3\.5-omni/, 7, { cell: 32, least: 24, most: 1280, highest: 16_384 }),
  omni('qwen 3 omni', /^qwen3-omni/, 12.5, { cell: 32, least: 4, most: 1280 }),
  omni('qwen omni-turbo', /^qwen-omni-turbo/, 25, { cell: 28, least: 4, most: 1280 }),
  vision('qwen 3 vl', /^qwen-?(?:3-?vl|vl-(?:max|plus)|3[.p-][567]-(?!max|omni))/, {
    cell: 32,
    least: 4,
    most: 2560,
    highest: 16_384,
  }),
  vision('qwen 2.5 vl', /^(?:qvq|qwen-?2(?:[.p]5)?-vl)/, {
    cell: 28,
    least: 4,
    most: 1280,
    highest: 16_384,
  }),
];
