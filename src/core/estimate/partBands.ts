import { exactCount } from '../tokens/tokenCount';
import { mapTexts } from './counts/many';
import type { CostPart } from './cost/parts';
import { withoutBeside } from './counts/sent';
import { estimateAgain, type Estimate } from './estimate';

/** A part of a cost at the expected, the least and the most tokens. */
export interface PartBand {
  readonly expected: CostPart;
  readonly low: CostPart;
  readonly high: CostPart;
}

/** Pricing more texts twice again takes too long for one row. */
const MOST_TEXTS = 50;

/**
 * The parts of an estimate over the band of its count; undefined if the ends of the band have other rates, or if there
 * are too many texts, or some on models of their own.
 *
 * Worked example: 132 to 150 tokens at 3 USD per million have 0.000396 to 0.00045 USD of input.
 */
export function partBands(row: Estimate): readonly PartBand[] | undefined {
  if (row.price.kind === 'unpriced' || row.shares || row.counts.length > MOST_TEXTS)
    return undefined;
  const [low, high] = [partsAt(row, 'low'), partsAt(row, 'high')];
  const bands = row.price.expected.parts.map((expected, index) => ({
    expected,
    low: low[index],
    high: high[index],
  }));
  return bands.every(isBand) ? bands : undefined;
}

function partsAt(row: Estimate, end: 'low' | 'high') {
  const counts = row.contents.map((count) => mapTexts(count, (each) => exactCount(each[end])));
  const { price } = estimateAgain(row, { texts: counts, calls: withoutBeside(row.calls) });
  return price.kind === 'priced' ? price.expected.parts : [];
}

type Ends = Pick<PartBand, 'expected'> & Partial<Record<'low' | 'high', CostPart | undefined>>;

function isBand(ends: Ends): ends is PartBand {
  const { expected, low, high } = ends;
  return [low, high].every((end) => end !== undefined && hasSameRate(end, expected));
}

function hasSameRate(a: CostPart, b: CostPart): boolean {
  if (a.name === 'requestFee' || b.name === 'requestFee') return a.name === b.name;
  return a.name === b.name && a.usdPerMillionTokens === b.usdPerMillionTokens;
}
