import type { MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { sizeOf, TEXT_ALONE, TYPICAL, type Formula, type MediaFamily, type Size } from './family';

const PATCH = 28;

/** "Max long edge" and "Max visual tokens". */
interface Tier {
  readonly edge: number;
  readonly tokens: number;
}

const STANDARD: Tier = { edge: 1568, tokens: 1568 };
const HIGH: Tier = { edge: 2576, tokens: 4784 };

/**
 * A picture has ⌈width / 28⌉ × ⌈height / 28⌉ tokens; one that exceeds the longest edge or the most tokens of the
 * model's tier is scaled down to the largest size within both. (The page before had width × height / 750, which is
 * within 16 % of it: 54, 1,334 and 1,590 for the first three examples.)
 *
 * https://platform.claude.com/docs/en/build-with-claude/vision ("Resolution and token cost")
 *
 * Worked examples, of the page, standard and high-resolution: 200 × 200: 64; 1,000 × 1,000: 1,296; 1,092 × 1,092: 1,521;
 * 1,920 × 1,080: 1,560 and 2,691; 2,000 × 1,500: 1,564 and 3,888; 3,840 × 2,160: 1,560 and 4,784.
 */
export function visualTokens(tier: Tier): (part: MediaPart) => MediaTokens {
  return (part) => {
    const size = sizeOf(part);
    return size
      ? exactTokens(costOf(fitTier(size, tier)))
      : { ...exactTokens(costOf(TYPICAL)), low: 1, high: tier.tokens };
  };
}

function costOf({ width, height }: Size): number {
  return Math.max(1, Math.ceil(width / PATCH) * Math.ceil(height / PATCH));
}

/** The largest size of the same shape that fits, by its longer side. */
function fitTier(size: Size, tier: Tier): Size {
  const longer = Math.max(size.width, size.height);
  if (isWithin(size, tier)) return size;
  let [fits, exceeds] = [1, longer];
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2);
    if (isWithin(scaleTo(size, middle), tier)) fits = middle;
    else exceeds = middle;
  }
  return scaleTo(size, fits);
}

function scaleTo({ width, height }: Size, longer: number): Size {
  const scale = longer / Math.max(width, height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

function isWithin(size: Size, { edge, tokens }: Tier): boolean {
  return Math.max(size.width, size.height) <= edge && costOf(size) <= tokens;
}

/** "Each page typically uses 1,500-3,000 tokens per page depending on content density." */
const PAGE_TEXT = { low: 1500, high: 3000 };

/**
 * A PDF is sent as the text of each page and a picture of it. The size of that picture is not said: its tokens are at
 * most those of the model's tier.
 *
 * https://platform.claude.com/docs/en/build-with-claude/pdf-support ("Estimate your costs")
 *
 * Worked example: a page on a standard model has 1,500 to 3,000 + 1,568 = 4,568 tokens. Without the number of pages,
 * one page is counted, as a lower limit.
 */
function pageTokens(tier: Tier): Formula {
  return ({ pages }) => {
    const count = pages ?? 1;
    const [low, high] = [count * PAGE_TEXT.low, count * (PAGE_TEXT.high + tier.tokens)];
    // An upright page of A4 fills a standard picture.
    const tokens = count * ((PAGE_TEXT.low + PAGE_TEXT.high) / 2 + STANDARD.tokens);
    return {
      tokens,
      low,
      high,
      unknown: pages === undefined ? ['pages'] : [],
      refused: undefined,
    };
  };
}

function family(name: string, models: RegExp, tier: Tier): MediaFamily {
  return {
    name,
    models,
    image: visualTokens(tier),
    document: pageTokens(tier),
    audio: 'refused',
    video: 'refused',
  };
}

/** "High-resolution: Claude 4.7 and later models. Standard: all other models." */
export const ANTHROPIC: readonly MediaFamily[] = [
  { name: 'claude text', models: /^claude-(?:instant|v?[12](?:$|[.:-]))/, ...TEXT_ALONE },
  family('claude standard', /^claude-(?:[34][.-]|\w+-4(?:$|[.@-](?:[0-6]|20\d+)(?!\d)))/, STANDARD),
  family('claude high', /^claude-/, HIGH),
];
