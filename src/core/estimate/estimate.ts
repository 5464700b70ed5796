import { lookUpCard } from '../pricing/rates/lookup';
import type { Model } from '../pricing/table/priceTable';
import { completeScenario, termsOf, type FullScenario, type Scenario } from '../scenario/scenario';
import { sumTokenCounts, type TokenCount } from '../tokens/tokenCount';
import type { NoPriceReason, Unpriced } from './cost/call';
import { fitContext, type ContextFit } from './contextFit';
import { priceText, type TextPrice } from './cost/text';
import { longestOf, priceTexts } from './cost/texts';
import { scenarioFor } from './modelScenario';
import { DAYS_PER_MONTH, projectCost, type Projection } from './projection';

export type { NoPriceReason, Unpriced } from './cost/call';

export interface Priced extends Omit<TextPrice, 'kind'> {
  readonly kind: 'priced';
  readonly perDay: Projection;
  /** 30 days. */
  readonly perMonth: Projection;
}

/**
 * The cost of a subject on one model under a scenario at a time, or why there is none. The subject is one or more
 * texts, with one call or conversation for each. The only source of prices for views, exports and other programs.
 */
export interface Estimate {
  readonly model: Model;
  /** Tokens of all texts together. */
  readonly count: TokenCount;
  /** Tokens of each text, in the order of the texts. */
  readonly counts: readonly TokenCount[];
  readonly scenario: FullScenario;
  /** The time of the call, milliseconds since 1970. */
  readonly atMs: number;
  readonly price: Priced | Unpriced;
  /** Of the longest text. */
  readonly fit: ContextFit;
}

/**
 * Prices one call, or one conversation, with a text.
 *
 * Worked example: 1,000,000 input tokens and 1,000,000 output tokens on DeepSeek-R1 at 0.55 and 2.19 USD per million
 * cost 0.55 + 2.19 = 2.74 USD.
 *
 * @param atMs the time of the call, milliseconds since 1970.
 */
export function estimateCall(
  model: Model,
  count: TokenCount,
  scenario: Scenario,
  atMs: number,
): Estimate {
  return estimateTexts(model, [count], scenario, atMs);
}

/** Prices one call, or one conversation, with each of several texts. */
export function estimateTexts(
  model: Model,
  counts: readonly TokenCount[],
  scenario: Scenario,
  atMs: number,
): Estimate {
  const steps = estimateTextsInSteps(model, counts, scenario, atMs);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `estimateTexts` in slices. */
export function* estimateTextsInSteps(
  model: Model,
  counts: readonly TokenCount[],
  scenario: Scenario,
  atMs: number,
): Generator<undefined, Estimate> {
  const full = scenarioFor(model, completeScenario(scenario));
  const card = lookUpCard(model, atMs, termsOf(full));
  const price =
    card.kind === 'none' ? unpriced(card.reason) : yield* priceTexts(model, counts, full, card);
  return makeEstimate({ model, counts, scenario: full, atMs }, price);
}

/** Splits an estimate into estimates of its texts, in the same order. */
export function estimateEach(estimate: Estimate): readonly Estimate[] {
  const { model, counts, scenario, atMs } = estimate;
  if (counts.length === 1) return [estimate];
  const card = lookUpCard(model, atMs, termsOf(scenario));
  return counts.map((count) =>
    makeEstimate(
      { model, counts: [count], scenario, atMs },
      card.kind === 'none' ? unpriced(card.reason) : priceText(model, count, scenario, card),
    ),
  );
}

function unpriced(reason: NoPriceReason): Unpriced {
  return { kind: 'unpriced', reason };
}

function makeEstimate(
  question: Pick<Estimate, 'model' | 'counts' | 'scenario' | 'atMs'>,
  price: TextPrice | Unpriced,
): Estimate {
  const { model, counts, scenario } = question;
  return {
    ...question,
    count: sumTokenCounts(counts),
    price: price.kind === 'unpriced' ? price : project(price, scenario),
    fit: fitContext(model, longestOf(counts), scenario),
  };
}

function project(price: TextPrice, scenario: FullScenario): Priced {
  const perDay = projectCost(price, scenario, 1);
  const perMonth = projectCost(price, scenario, DAYS_PER_MONTH);
  return { ...price, kind: 'priced', perDay, perMonth };
}
