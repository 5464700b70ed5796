import { compareMoney } from '../pricing/money';
import { isSampled } from './counts/sampled';
import { estimateAgain, type Estimate } from './estimate';

/** One of several samples of the only text of an estimate. */
export interface SampleOfText {
  /** Its index. */
  readonly place: number;
  readonly estimate: Estimate;
}

/** A drawing asks several times for the same. */
const known = new WeakMap<Estimate, readonly Estimate[]>();

/**
 * One call with each sample of the only text of an estimate, whose price is their mean. Empty if it has not several
 * samples.
 */
export function estimateSamples(estimate: Estimate): readonly Estimate[] {
  const [share, ...shares] = estimate.shares ?? [];
  // The only text is on the model that it names.
  if (share) return shares.length === 0 ? estimateSamples(share.estimate) : [];
  const [text, ...others] = estimate.texts;
  if (!text || others.length > 0 || !isSampled(text)) return [];
  const each =
    known.get(estimate) ??
    text.samples.map((sample) => estimateAgain(estimate, { texts: [sample] }));
  known.set(estimate, each);
  return each;
}

/** The sample that costs the most, else the longest one; of equal ones the first. Undefined if there are not several. */
export function worstSample(estimate: Estimate): SampleOfText | undefined {
  let worst: SampleOfText | undefined;
  for (const [place, sample] of estimateSamples(estimate).entries())
    if (!worst || isWorse(sample, worst.estimate)) worst = { place, estimate: sample };
  return worst;
}

function isWorse(a: Estimate, b: Estimate): boolean {
  const [priceA, priceB] = [a.price, b.price];
  const order =
    priceA.kind === 'priced' && priceB.kind === 'priced'
      ? compareMoney(priceA.expected.total, priceB.expected.total)
      : 0;
  return order === 0 ? a.count.tokens > b.count.tokens : order > 0;
}
