import type { MediaKind } from '../media/part';
import type { Model } from '../pricing/table/priceTable';
import { finish } from '../scheduling/sliced';
import { completeScenario, type FullScenario, type Scenario } from '../scenario/scenario';
import { sumTokenCounts, type TokenCount } from '../tokens/tokenCount';
import { NO_FORMAT, type FormatTokens } from './chatFormat';
import type { NoPriceReason, Unpriced } from './cost/unpriced';
import { withBeginning, type Beginning } from './counts/beginning';
import type { BesideTokens } from './counts/beside';
import { sentOn, sumBeside, type Sent } from './counts/sent';
import { fitContext, fitsLess, type ContextFit } from './contextFit';
import { cardsOf, type CardOf } from './cost/byCard';
import type { TextPrice } from './cost/text';
import { alikeTexts } from './cost/alike';
import { priceTexts, type TextsQuestion } from './cost/texts';
import { isFileCalls, isForTraining } from './counts/many';
import { scenarioAsPriced } from './own/tiers';
import { scenarioFor, scenarioOfOneAnswer, type OwnCall } from './modelScenario';
import { DAYS_PER_MONTH, projectCost, type Projection } from './projection';

export type { NoPriceReason, Unpriced } from './cost/unpriced';

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
  /**
   * Tokens of all texts together, of what is sent beside them, and of the chat format around their messages: in a single
   * call, the input that is priced.
   */
  readonly count: TokenCount;
  /** The same of each text, in the order of the texts. */
  readonly counts: readonly TokenCount[];
  /** Tokens of each text and of what is sent beside it, without the chat format. */
  readonly contents: readonly TokenCount[];
  /** Tokens of each text alone. */
  readonly texts: readonly TokenCount[];
  /** Of what is sent beside all texts together; undefined: nothing. */
  readonly beside: BesideTokens | undefined;
  /** Of `count`, what the chat format adds. */
  readonly format: FormatTokens;
  readonly scenario: FullScenario;
  /** What the requests say of their own calls, in the order of the texts; empty: nothing. */
  readonly calls: readonly OwnCall[];
  /** The time of the call, milliseconds since 1970. */
  readonly atMs: number;
  readonly price: Priced | Unpriced;
  /** Of the text that fits least. */
  readonly fit: ContextFit;
  /** What of each text is known to be the same in each call; absent: nothing is known. */
  readonly beginning?: Beginning;
  /** If texts have models of their own (`onOwnModels`), the texts of each model; `model` is that of the others. */
  readonly shares?: readonly Share[];
}

/** Some of the texts of an estimate, which are priced on a model of their own. */
export interface Share {
  /** Of these texts, in the order of the places. */
  readonly estimate: Estimate;
  /** Their places among all texts. A file whose requests are on several models has its place in several shares. */
  readonly places: readonly number[];
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
  texts: readonly TokenCount[],
  scenario: Scenario,
  atMs: number,
  calls: readonly OwnCall[] = [],
): Estimate {
  return finish(estimateTextsInSteps(model, texts, scenario, atMs, calls));
}

/** An estimate with other counts of its texts, under another scenario, or of calls that say something else of themselves. */
export function estimateAgain(
  { model, texts, scenario, atMs, calls, price }: Estimate,
  other: {
    readonly texts?: readonly TokenCount[];
    readonly scenario?: Scenario;
    readonly calls?: readonly OwnCall[];
  },
): Estimate {
  const { texts: newTexts = texts, scenario: newScenario = scenario } = other;
  const { calls: newCalls = calls } = other;
  if (isTraining(price)) return estimateTraining(model, newTexts, newScenario, atMs, newCalls);
  return estimateTexts(model, newTexts, newScenario, atMs, newCalls);
}

/** Examples for fine-tuning: their tokens are known, but the table has no rates for training. */
export function estimateTraining(
  model: Model,
  texts: readonly TokenCount[],
  scenario: Scenario,
  atMs: number,
  calls: readonly OwnCall[] = [],
): Estimate {
  const full = scenarioFor(model, completeScenario(scenario));
  return makeEstimate(asked(model, texts, full, atMs, calls), unpriced('training'));
}

/** Whether all texts are examples for fine-tuning. */
export function isTraining(price: Estimate['price']): price is Unpriced {
  return price.kind === 'unpriced' && price.reason === 'training';
}

/** `estimateTexts` in slices. */
export function* estimateTextsInSteps(
  model: Model,
  texts: readonly TokenCount[],
  scenario: Scenario,
  atMs: number,
  calls: readonly OwnCall[] = [],
): Generator<undefined, Estimate> {
  const full = scenarioFor(model, completeScenario(scenario));
  const question = asked(model, texts, full, atMs, calls);
  const price = yield* priceSent(question, cardsOf(model, atMs));
  return makeEstimate(question, price);
}

/** What a price is asked for. */
interface Asked extends Pick<Estimate, 'model' | 'texts' | 'scenario' | 'atMs' | 'calls'> {
  readonly sent: Sent;
}

function asked(
  model: Model,
  texts: readonly TokenCount[],
  scenario: FullScenario,
  atMs: number,
  calls: readonly OwnCall[],
): Asked {
  const sent = sentOn(model, texts, calls, scenario);
  return { model, texts, scenario, atMs, calls, sent };
}

function* priceSent(
  { model, scenario, sent }: Asked,
  cardOf: CardOf,
): Generator<undefined, TextPrice | Unpriced> {
  const reason = whyNotCounted(sent);
  return reason ? unpriced(reason) : yield* priceTexts(model, { ...sent, scenario }, cardOf);
}

/** Splits an estimate of texts on one model into estimates of its texts, in the same order. */
export function estimateEachOnOne(estimate: Estimate): readonly Estimate[] {
  const { model, texts, scenario, calls, atMs, beginning: known } = estimate;
  if (texts.length === 1) return [estimate];
  const all = sentOn(model, texts, calls, scenario);
  const { counts, calls: plain } = all;
  const cardOf = cardsOf(model, atMs);
  const scenarioOf = scenarioAsPriced(model, scenario, cardOf);
  const oneAnswerOf = scenarioOfOneAnswer(model, scenario);
  return counts.map((count, index) => {
    const own = plain[index];
    const kept = keptOf(own);
    const sent = sentAt(all, index, count, kept);
    const { contents } = sent;
    const question = { model, texts: contents, scenario: scenarioOf(own), calls: kept, atMs, sent };
    const price = finish(priceSent(question, cardOf));
    const each = isFileCalls(own)
      ? makeEstimate(question, price)
      : makeEstimate(question, price, fitContext(model, count, oneAnswerOf(own)));
    return withBeginning(each, known);
  });
}

function sentAt(
  { contents, beside, formats }: Sent,
  index: number,
  count: TokenCount,
  calls: readonly OwnCall[],
): Sent {
  const [content = count, sum, format = NO_FORMAT] = [
    contents[index],
    beside[index],
    formats[index],
  ];
  const own = { counts: [count], contents: [content], calls };
  return { ...own, beside: [sum], sum, formats: [format], format };
}

/** What the scenario of a text does not say: the calls of its requests. */
function keptOf(call: OwnCall | undefined): readonly OwnCall[] {
  return isFileCalls(call) ? [call] : [];
}

/** A model does not answer a call with what it does not take. */
const REFUSALS: Readonly<Record<MediaKind, NoPriceReason>> = {
  image: 'noImages',
  document: 'noDocuments',
  audio: 'noAudio',
  video: 'noVideo',
};

/** A call with what the model does not take is not answered; one with nothing that can be counted has no price. */
function whyNotCounted({ counts, calls, beside, sum: ofAll }: Sent): NoPriceReason | undefined {
  // Examples for fine-tuning are in no price.
  const sum = calls.some(isForTraining)
    ? sumBeside(beside.filter((_, index) => !isForTraining(calls[index])))
    : ofAll;
  if (sum?.refused) return REFUSALS[sum.refused];
  const isUncounted = sum && sum.unknown.length > 0 && counts.every(({ high }) => high === 0);
  return isUncounted ? 'noFormula' : undefined;
}

function unpriced(reason: NoPriceReason): Unpriced {
  return { kind: 'unpriced', reason };
}

function makeEstimate(
  { sent, ...question }: Asked,
  price: TextPrice | Unpriced,
  fit = leastFit(question.model, { ...sent, scenario: question.scenario }),
): Estimate {
  const { scenario } = question;
  const { counts, contents, sum, format } = sent;
  return {
    ...question,
    counts,
    contents,
    format,
    count: sumTokenCounts(counts),
    beside: sum,
    price: price.kind === 'unpriced' ? price : project(price, scenario),
    fit,
  };
}

/** Of all texts, the fit of one that does not fit, else of the one that fills the most. */
function leastFit(model: Model, { counts, scenario, calls }: TextsQuestion): ContextFit {
  const scenarioOf = scenarioOfOneAnswer(model, scenario);
  // Under equal assumptions the longest text decides.
  const found = alikeTexts(counts, calls).map(({ own, longest }) =>
    fitContext(model, longest, scenarioOf(own)),
  );
  return found.reduce((least, fit) => (fitsLess(fit, least) ? fit : least));
}

function project(price: TextPrice, scenario: FullScenario): Priced {
  const perDay = projectCost(price, scenario, 1);
  const perMonth = projectCost(price, scenario, DAYS_PER_MONTH);
  return { ...price, kind: 'priced', perDay, perMonth };
}
