import type { Detail, MediaPart, MediaTokens } from '../part';
import { exactTokens } from '../sum';
import { fitInto, sizeOf, TYPICAL, type Size } from './family';

const PATCH = 32;

/** What a detail allows: patches and pixels of the longer side. */
export interface Limits {
  readonly patches: number;
  readonly side: number;
}

/** "Model sizing behavior" of one edition of the page. */
export interface Sizing {
  /** Absent: within 512 × 512 pixels. */
  readonly low?: Limits;
  readonly high: Limits;
  /** With detail "original"; absent where it is not supported. */
  readonly original?: Limits;
  /** The detail of a request that names none, or "auto". Absent: "high". */
  readonly auto?: 'original';
}

export interface PatchRule {
  /** Tokens of a patch: in the newest edition of the page, and the least and the most in any. */
  readonly factor: number;
  readonly least?: number;
  readonly most?: number;
  readonly sizing: Sizing;
  /** Of another edition: what it gives is in the band. */
  readonly other?: Sizing;
}

/** "Images over 30,000 patches after processing are rejected." */
export const MOST_PATCHES = 30_000;

/**
 * Patches of 32 × 32 pixels, times a factor; above the limit the picture is scaled down.
 *
 * Worked examples, of the page: for a limit of 1,536, 1,024 × 1,024 has 32 × 32 = 1,024 patches; 1,800 × 2,400 has
 * 57 × 75 = 4,275, is scaled to 1,056 × 1,408 and has 33 × 44 = 1,452. With a factor of 1.62: 1,659 and 2,353 tokens. For
 * a limit of 2,500 and a factor of 1.2, 2,048 × 2,048 is scaled to 1,600 × 1,600: 50 × 50 × 1.2 = 3,000 tokens.
 */
export function patchTokens(rule: PatchRule): (part: MediaPart) => MediaTokens {
  const { factor, least = factor, most = factor, sizing, other = sizing } = rule;
  return (part) => {
    const size = sizeOf(part);
    const limits = limitsOf(sizing, part.detail);
    const both = [limits, limitsOf(other, part.detail)];
    const counts = size ? both.map((each) => patchesOf(size, each)) : [1, ...both.map(mostOf)];
    return {
      ...exactTokens(scaled(patchesOf(size ?? TYPICAL, limits), factor)),
      low: scaled(Math.min(...counts), least),
      high: scaled(Math.max(...counts), most),
    };
  };
}

/** Whole tokens, rounded up; decimal factors are counted in hundredths. */
function scaled(patches: number, factor: number): number {
  return Math.ceil((patches * Math.round(factor * 100)) / 100);
}

const LOW: Limits = { patches: 256, side: 512 };

function limitsOf(
  { low = LOW, high, original = high, auto }: Sizing,
  detail: Detail | undefined,
): Limits {
  if (detail === 'low') return low;
  return detail === 'original' || (detail === undefined && auto) ? original : high;
}

/** Of a picture of any size. */
function mostOf({ patches, side }: Limits): number {
  return Math.min(patches, Math.ceil(side / PATCH) ** 2, MOST_PATCHES);
}

function patchesOf(size: Size, { patches, side }: Limits): number {
  const fitted = fitWhole(size, side);
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

/** "Rounding to integer pixels without enlarging smaller images." */
function fitWhole(size: Size, side: number): Size {
  if (Math.max(size.width, size.height) <= side) return size;
  const { width, height } = fitInto(size, side);
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

function coverOf({ width, height }: Size): number {
  return Math.max(1, Math.ceil(width / PATCH) * Math.ceil(height / PATCH));
}
