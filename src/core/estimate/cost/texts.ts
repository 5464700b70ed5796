import type { ApplicableCard } from '../../pricing/rates/lookup';
import type { Model } from '../../pricing/table/priceTable';
import type { FullScenario } from '../../scenario/scenario';
import type { TokenCount } from '../../tokens/tokenCount';
import type { Unpriced } from './call';
import { isSameBand } from './band';
import { priceText, writesCache, type TextPrice } from './text';
import { TextsCost } from './sum';

/** Texts priced in one slice: about a millisecond. */
const TEXTS_PER_STEP = 200;

/**
 * Prices one call, or one conversation, for each of several texts: the exact sum of their prices. If one text has no
 * price, the sum has none. Runs in slices, so that thousands of texts do not block a page.
 *
 * Worked example: 1,000 and 3,000 tokens with 500 output tokens each at 0.55 / 2.19 USD per million:
 * 4,000 × 0.55 + 1,000 × 2.19 = 0.00439 USD.
 */
export function* priceTexts(
  model: Model,
  counts: readonly TokenCount[],
  scenario: FullScenario,
  card: ApplicableCard,
): Generator<undefined, TextPrice | Unpriced> {
  const longest = priceText(model, longestOf(counts), scenario, card);
  if (counts.length === 1) return longest;
  const first = new TextsCost(model, scenario, card, 'empty');
  const later = writesCache(scenario) ? new TextsCost(model, scenario, card, 'written') : undefined;
  for (const [index, count] of counts.entries()) {
    const unpriced = first.add(count) ?? later?.add(count);
    if (unpriced) return unpriced;
    if ((index + 1) % TEXTS_PER_STEP === 0) yield;
  }
  if (longest.kind === 'unpriced') return longest;
  const [sum, laterSum] = [first.cost(), later?.cost()];
  return {
    ...longest,
    ...sum,
    later: laterSum && !isSameBand(sum, laterSum) ? laterSum : undefined,
  };
}

/** The count with the most tokens at the high end of its band. */
export function longestOf(counts: readonly TokenCount[]): TokenCount {
  const [first, ...others] = counts;
  if (!first) throw new RangeError('no text to price');
  return others.reduce((longest, count) => (count.high > longest.high ? count : longest), first);
}
