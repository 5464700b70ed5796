import type { MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { fitInto, sizeOf, TYPICAL, type MediaFamily, type Size } from './family';

/**
 * Patches in rows, and a token at the end of each row.
 *
 * https://mistralai.github.io/mistral-common/usage/images/ (`image_patch_size`, `max_image_size`,
 * `spatial_merge_size`); their values: Pixtral 16, 1,024 and 1; Mistral Small 3.1 and later 14, 1,540 and 2
 * (`processor_config.json` of Ministral 3), and 14 and 2 of Mistral Large 4, whose largest side is not
 * known: the band has pictures that are not scaled, up to the 10,000 pixels of the page below.
 *
 * https://docs.mistral.ai/capabilities/vision ("How many tokens correspond to an image"): 1,024 and pixels / 256 of Pixtral
 * 12B and Pixtral Large, 1,540 and pixels / 784 of Mistral Small 3.1 and 3.2 and Mistral Medium 3.
 *
 * Worked example: 1,024 × 1,024 on Pixtral has 64 rows of 64 patches: 64 × 65 = 4,160 tokens.
 */
function rowTokens(
  patch: number,
  longest: number,
  mostLong = longest,
): (part: MediaPart) => MediaTokens {
  const of = (size: Size, side = longest): number => {
    const { width, height } = fitInto(size, side);
    const [across, down] = [Math.round(width), Math.round(height)].map((side) =>
      Math.max(1, Math.ceil(side / patch)),
    );
    return ((across ?? 1) + 1) * (down ?? 1);
  };
  const most = of({ width: mostLong, height: mostLong }, mostLong);
  return (part) => {
    const size = sizeOf(part);
    return size
      ? { ...exactTokens(of(size)), high: of(size, mostLong) }
      : { ...exactTokens(of(TYPICAL)), low: 2, high: most };
  };
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

export const MISTRAL: readonly MediaFamily[] = [
  { name: 'pixtral', models: /^pixtral-(?:12b|large)/, image: rowTokens(16, 1024), ...NO_SOUND },
  {
    name: 'mistral',
    models:
      /^(?:mistral-small-(?:2503|2506|3[.-]\d)|mistral-medium-(?:250[58]|3(?:$|[.-]))|magistral-\w+-(?:2509|1-2)|ministral-(?:\d+b-2512|3-\d+b|14b$))/,
    image: rowTokens(28, 1540),
    ...NO_SOUND,
  },
  {
    name: 'mistral large 4',
    models: /^mistral-large-4/,
    image: rowTokens(28, 1540, 10_000),
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
];
