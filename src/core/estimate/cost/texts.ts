import type { ApplicableCard } from '../../pricing/rates/lookup';
import type { Model } from '../../pricing/table/priceTable';
import type { FullScenario } from '../../scenario/scenario';
import type { TokenCount } from '../../tokens/tokenCount';
import { scenarioOfEach, type OwnCall } from '../modelScenario';
import { alikeTexts, billAlike } from './alike';
import type { Unpriced } from './call';
import { isSameBand } from './band';
import { priceText, writesCache, type TextPrice } from './text';
import { TextsCost } from './sum';

/** Texts, the assumptions about their calls, and what the calls say of themselves. */
export interface TextsQuestion {
  readonly counts: readonly TokenCount[];
  readonly scenario: FullScenario;
  /** In the order of the texts; empty: the assumptions alone. */
  readonly calls: readonly OwnCall[];
}

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
  { counts, scenario, calls }: TextsQuestion,
  card: ApplicableCard,
): Generator<undefined, TextPrice | Unpriced> {
  const scenarioOf = scenarioOfEach(model, scenario);
  const longestIndex = indexOfLongest(counts);
  const longestScenario = scenarioOf(calls[longestIndex]);
  const longest = priceText(model, countAt(counts, longestIndex), longestScenario, card);
  if (counts.length === 1) return longest;
  const first = new TextsCost(model, card, 'empty');
  const later = writesCache(scenario) ? new TextsCost(model, card, 'written') : undefined;
  const oneByOne = new Set<OwnCall | undefined>();
  for (const group of alikeTexts(counts, calls)) {
    const bills = billAlike(model, group, scenarioOf(group.own), card);
    const unpriced = bills && first.addAlike(bills);
    if (unpriced) return unpriced;
    if (!bills) oneByOne.add(group.own);
  }
  for (const [index, count] of oneByOne.size === 0 ? [] : counts.entries()) {
    if (!oneByOne.has(calls[index])) continue;
    const own = scenarioOf(calls[index]);
    const unpriced = first.add(count, own) ?? later?.add(count, own);
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

/** The text with the most tokens at the high end of its band. */
export function indexOfLongest(counts: readonly TokenCount[]): number {
  let longest = 0;
  for (const [index, { high }] of counts.entries()) {
    if (high > countAt(counts, longest).high) longest = index;
  }
  return longest;
}

/** @throws {RangeError} if there is no such text. */
export function countAt(counts: readonly TokenCount[], index: number): TokenCount {
  const count = counts[index];
  if (!count) throw new RangeError('no text to price');
  return count;
}
