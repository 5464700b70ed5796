import type { Model } from '../../pricing/table/priceTable';
import type { FullScenario } from '../../scenario/scenario';
import type { TokenCount } from '../../tokens/tokenCount';
import { calledTexts, isForTraining, type CalledTexts } from '../counts/many';
import type { OwnCall } from '../modelScenario';
import { scenarioAsPriced } from '../own/tiers';
import { alikeTexts, billAlike, type AlikeTexts } from './alike';
import type { Unpriced } from './unpriced';
import { isSameBand } from './band';
import { CostsByCard, type CardOf } from './byCard';
import { priceText, writesCache, type TextPrice } from './text';

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
 * Prices one call, or one conversation, for each of several texts: the exact sum of their prices. The price of a text
 * with several samples is the exact mean of theirs. If one text or sample has no price, the sum has none; examples for
 * fine-tuning are left out of it. Runs in slices, so that thousands of texts do not block a page.
 *
 * Worked example: 1,000 and 3,000 tokens with 500 output tokens each at 0.55 / 2.19 USD per million:
 * 4,000 × 0.55 + 1,000 × 2.19 = 0.00439 USD. If the 3,000 are of a request in a batch at half the price, they cost
 * (3,000 × 0.55 + 500 × 2.19) / 2 and the sum is 0.0030175 USD.
 *
 * Worked example: at 2 USD per million for prompts of up to 200,000 tokens and 4 of longer ones, samples of 100,000 and
 * 300,000 tokens cost (100,000 × 2 + 300,000 × 4) / 2 = 0.7 USD, where a text of their mean length would cost 0.4.
 */
export function* priceTexts(
  model: Model,
  question: TextsQuestion,
  cardOf: CardOf,
): Generator<undefined, TextPrice | Unpriced> {
  const { counts, scenario, calls } = question;
  const groups = alikeTexts(counts, calls).filter(({ own }) => !isForTraining(own));
  if (groups.length === 0) return { kind: 'unpriced', reason: 'training' };
  const scenarioOf = scenarioAsPriced(model, scenario, cardOf);
  const longest = priceLongest(model, groups, scenarioOf, cardOf);
  if (counts.length === 1 && groups.length === 1 && groups[0]?.texts === 1) return longest;
  const sums = new CostsByCard(model, cardOf, writesCache(scenario));
  const oneByOne = new OneByOne();
  for (const group of groups) {
    const own = scenarioOf(group.own);
    const sum = sums.of(own, group.samples);
    if ('reason' in sum) return sum;
    const bills = billAlike(model, group, own, sum.card);
    const unpriced = bills && sum.first.addAlike(bills);
    if (unpriced) return unpriced;
    if (!bills) oneByOne.add(group);
  }
  const unpriced = yield* addOneByOne(question, oneByOne, scenarioOf, sums);
  if (unpriced) return unpriced;
  if (longest.kind === 'unpriced') return longest;
  const [sum, laterSum] = sums.costs();
  return {
    ...longest,
    ...sum,
    later: laterSum && !isSameBand(sum, laterSum) ? laterSum : undefined,
  };
}

type ScenarioOf = (own: OwnCall | undefined) => FullScenario;

/** The text with the most tokens at the high end of its band; an example for fine-tuning if there are no others. */
export function longestPriced(groups: readonly AlikeTexts[]): AlikeTexts {
  const priced = groups.filter(({ own }) => !isForTraining(own));
  return (priced.length > 0 ? priced : groups).reduce((most, each) =>
    each.longest.high > most.longest.high ? each : most,
  );
}

function priceLongest(
  model: Model,
  groups: readonly AlikeTexts[],
  scenarioOf: ScenarioOf,
  cardOf: CardOf,
): TextPrice | Unpriced {
  const { longest, own } = longestPriced(groups);
  const scenario = scenarioOf(own);
  const card = cardOf(scenario);
  return card.kind === 'none'
    ? { kind: 'unpriced', reason: card.reason }
    : priceText(model, longest, scenario, card);
}

/** The groups whose calls cannot be billed as one. */
class OneByOne {
  readonly #calls = new Map<number, Set<OwnCall | undefined>>();

  add({ own, samples }: AlikeTexts): void {
    this.#calls.set(samples, (this.#calls.get(samples) ?? new Set()).add(own));
  }

  get isEmpty(): boolean {
    return this.#calls.size === 0;
  }

  has({ own, samples }: CalledTexts): boolean {
    return this.#calls.get(samples)?.has(own) ?? false;
  }
}

function* addOneByOne(
  { counts, calls }: TextsQuestion,
  oneByOne: OneByOne,
  scenarioOf: ScenarioOf,
  sums: CostsByCard,
): Generator<undefined, Unpriced | undefined> {
  if (oneByOne.isEmpty) return undefined;
  let added = 0;
  for (const texts of calledTexts(counts, calls)) {
    if (!oneByOne.has(texts)) continue;
    const { count, times, own, samples } = texts;
    const scenario = scenarioOf(own);
    const sum = sums.of(scenario, samples);
    if ('reason' in sum) return sum;
    const unpriced =
      sum.first.add(count, scenario, times) ?? sum.later?.add(count, scenario, times);
    if (unpriced) return unpriced;
    if (++added % TEXTS_PER_STEP === 0) yield;
  }
  return undefined;
}
