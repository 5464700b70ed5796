import type { Model } from '../pricing/table/priceTable';
import { finish } from '../scheduling/sliced';
import { completeScenario, type FullScenario, type Scenario } from '../scenario/scenario';
import { sumTokenCounts, type TokenCount } from '../tokens/tokenCount';
import type { NoPriceReason, Unpriced } from './cost/call';
import { fitContext, fits, type ContextFit } from './contextFit';
import { cardsOf, type CardOf } from './cost/byCard';
import type { TextPrice } from './cost/text';
import { alikeTexts } from './cost/alike';
import { priceTexts, type TextsQuestion } from './cost/texts';
import { isFileCalls } from './counts/many';
import { scenarioFor, scenarioOfEach, type OwnCall } from './modelScenario';
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
  /** What the requests say of their own calls, in the order of the texts; empty: nothing. */
  readonly calls: readonly OwnCall[];
  /** The time of the call, milliseconds since 1970. */
  readonly atMs: number;
  readonly price: Priced | Unpriced;
  /** Of the text that fits least. */
  readonly fit: ContextFit;
  /** The estimates of the texts, if some have models of their own (`onOwnModels`); `model` is that of the others. */
  readonly each?: readonly Estimate[];
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

/** Prices one call, or one conversation, with each of several texts. @param calls what the requests say themselves. */
export function estimateTexts(
  model: Model,
  counts: readonly TokenCount[],
  scenario: Scenario,
  atMs: number,
  calls: readonly OwnCall[] = [],
): Estimate {
  return finish(estimateTextsInSteps(model, counts, scenario, atMs, calls));
}

/** An estimate with other counts, under another scenario, or of calls that say something else of themselves. */
export function estimateAgain(
  { model, counts, scenario, atMs, calls, price }: Estimate,
  other: {
    readonly counts?: readonly TokenCount[];
    readonly scenario?: Scenario;
    readonly calls?: readonly OwnCall[];
  },
): Estimate {
  const { counts: newCounts = counts, scenario: newScenario = scenario } = other;
  const { calls: newCalls = calls } = other;
  if (isForTraining(price)) return estimateTraining(model, newCounts, newScenario, atMs);
  return estimateTexts(model, newCounts, newScenario, atMs, newCalls);
}

/** Examples for fine-tuning: their tokens are known, but the table has no rates for training. */
export function estimateTraining(
  model: Model,
  counts: readonly TokenCount[],
  scenario: Scenario,
  atMs: number,
): Estimate {
  const question = { counts, scenario: scenarioFor(model, completeScenario(scenario)), calls: [] };
  return makeEstimate({ model, atMs, ...question }, unpriced('training'));
}

function isForTraining(price: Estimate['price']): boolean {
  return price.kind === 'unpriced' && price.reason === 'training';
}

/** `estimateTexts` in slices. */
export function* estimateTextsInSteps(
  model: Model,
  counts: readonly TokenCount[],
  scenario: Scenario,
  atMs: number,
  calls: readonly OwnCall[] = [],
): Generator<undefined, Estimate> {
  const question = { counts, scenario: scenarioFor(model, completeScenario(scenario)), calls };
  const price = yield* priceTexts(model, question, cardsOf(model, atMs));
  return makeEstimate({ model, atMs, ...question }, price);
}

/** Splits an estimate into estimates of its texts, in the same order. */
export function estimateEach(estimate: Estimate): readonly Estimate[] {
  const { model, counts, scenario, calls, atMs, each } = estimate;
  if (each) return each;
  if (counts.length === 1) return [estimate];
  const cardOf = cardsOf(model, atMs);
  const scenarioOf = scenarioOfEach(model, scenario);
  return counts.map((count, index) => {
    const call = calls[index];
    const question = { counts: [count], scenario: scenarioOf(call), calls: keptOf(call) };
    return estimateOne({ ...question, model, atMs }, cardOf);
  });
}

/** What the scenario of a text does not say: the calls of its requests. */
function keptOf(call: OwnCall | undefined): readonly OwnCall[] {
  return isFileCalls(call) ? [call] : [];
}

function estimateOne(question: EstimateQuestion, cardOf: CardOf): Estimate {
  return makeEstimate(question, finish(priceTexts(question.model, question, cardOf)));
}

function unpriced(reason: NoPriceReason): Unpriced {
  return { kind: 'unpriced', reason };
}

type EstimateQuestion = TextsQuestion & Pick<Estimate, 'model' | 'atMs'>;

function makeEstimate(question: EstimateQuestion, price: TextPrice | Unpriced): Estimate {
  const { model, counts, scenario } = question;
  return {
    ...question,
    count: sumTokenCounts(counts),
    price: price.kind === 'unpriced' ? price : project(price, scenario),
    fit: leastFit(model, question),
  };
}

/** Of all texts, the fit of one that does not fit, else of the one that fills the most. */
function leastFit(model: Model, { counts, scenario, calls }: TextsQuestion): ContextFit {
  const scenarioOf = scenarioOfEach(model, scenario);
  // Under equal assumptions the longest text decides.
  const found = alikeTexts(counts, calls).map(({ own, longest }) =>
    fitContext(model, longest, scenarioOf(own)),
  );
  return found.reduce((least, fit) => (fitsLess(fit, least) ? fit : least));
}

/** Whether a call fits less than another one. */
export function fitsLess(a: ContextFit, b: ContextFit): boolean {
  if (fits(a) !== fits(b)) return !fits(a);
  return a.promptTokens + a.answerTokens > b.promptTokens + b.answerTokens;
}

function project(price: TextPrice, scenario: FullScenario): Priced {
  const perDay = projectCost(price, scenario, 1);
  const perMonth = projectCost(price, scenario, DAYS_PER_MONTH);
  return { ...price, kind: 'priced', perDay, perMonth };
}
