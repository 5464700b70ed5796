import { costOfRequests, costOfTokens, multiplyMoney } from '../../pricing/money';
import type { Model, Tier } from '../../pricing/table/priceTable';
import { splitPrompt, type CacheWrite, type PromptSplit } from '../../pricing/rates/promptSplit';
import {
  findTier,
  ratesFor,
  type ApplicableCard,
  type ApplicableRates,
  type NoRatesReason,
} from '../../pricing/rates/lookup';
import { factorOn } from '../../pricing/rates/factors';
import { mergeParts, type CostPart, type FeePart, type TokenPart } from './parts';

/** Why there is no price; `src/wording/cost.ts` has a sentence for each. */
export type NoPriceReason =
  | NoRatesReason
  | 'noInputRate'
  | 'noCachedInputRate'
  | 'noCacheWriteRate'
  | 'noOutputRate'
  | 'noLongPromptRate'
  | 'factorUnknownForRate'
  | 'serviceTierExcludesLength'
  | 'training'
  | 'noImages'
  | 'noDocuments'
  | 'noAudio'
  | 'noVideo'
  | 'noFormula';

export interface Unpriced {
  readonly kind: 'unpriced';
  readonly reason: NoPriceReason;
}

/** The tokens of one request. */
export interface CallTokens {
  /** Tokens of the whole prompt, cached or not. */
  readonly promptTokens: number;
  /** Tokens at the start of the prompt that an earlier call cached; below the model's minimum, none are read. */
  readonly tokensBefore: number;
  /** Tokens after those that this call caches. */
  readonly tokensToCache: number;
  /** The lifetime of the tokens that this call caches. */
  readonly cacheWrite: CacheWrite;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
}

/** The price of several requests. */
export interface PricedCalls {
  readonly kind: 'cost';
  /** Rates of the last request. */
  readonly applied: ApplicableRates;
  /** The last request's prompt. */
  readonly split: PromptSplit;
  readonly parts: readonly CostPart[];
}

/**
 * Prices requests that have the same time and terms: tokens × rate × factor for each part.
 *
 * Reasoning is billed as output (DeepSeek: "output tokens of deepseek-reasoner include all tokens from
 * CoT and the final answer, and they are priced equally",
 * https://api-docs.deepseek.com/quick_start/pricing-details-usd; Google: "output price (including
 * thinking tokens)") unless the card has a reasoning rate, as for Perplexity's sonar-deep-research
 * (https://docs.perplexity.ai/getting-started/pricing).
 *
 * Worked example: sonar-deep-research at 2 / 8, reasoning 3, with 1,000 prompt, 500 output and 10,000
 * reasoning tokens: 0.002 + 0.004 + 0.03 = 0.036 USD.
 */
export function priceCalls(
  model: Model,
  calls: readonly CallTokens[],
  card: ApplicableCard,
): PricedCalls | Unpriced {
  const sum = new CallSum(model, card);
  let last: BilledCall | undefined;
  for (const call of calls) {
    last = billCall(model, call, card);
    const reason = sum.add(last);
    if (reason) return { kind: 'unpriced', reason };
  }
  if (!last) throw new RangeError('no call to price');
  const { split, tier } = last;
  return { kind: 'cost', applied: ratesFor(card, tier), split, parts: sum.parts() };
}

/** One or more requests with the same rates, split by rates. */
export interface BilledCall {
  /** Tokens of all requests. */
  readonly call: CallTokens;
  readonly split: PromptSplit;
  /** The long-context tier; undefined: the card's own rates. */
  readonly tier: Tier | undefined;
  /** Number of requests. */
  readonly requests: number;
  readonly longestPromptTokens: number;
}

export function billCall(model: Model, call: CallTokens, card: ApplicableCard): BilledCall {
  const { promptTokens, tokensBefore, tokensToCache } = call;
  const split = splitPrompt(promptTokens, tokensBefore, tokensToCache, model.cacheMinimumTokens);
  const tier = findTier(card, promptTokens);
  return { call, split, tier, requests: 1, longestPromptTokens: promptTokens };
}

/**
 * The cost of requests that have the same time and terms. Adds tokens with the same rates before pricing them: the
 * amount is the same, because money is exact, and it is faster.
 */
export class CallSum {
  readonly #model: Model;
  readonly #card: ApplicableCard;
  readonly #bills = new Map<Tier | undefined, Bill>();
  /** Of requests whose answer has the rate of their reasoning. */
  readonly #reasonedBills = new Map<Tier | undefined, Bill>();

  constructor(model: Model, card: ApplicableCard) {
    this.#model = model;
    this.#card = card;
  }

  /** Adds requests, or returns the reason if they have no price. */
  add(billed: BilledCall): NoPriceReason | undefined {
    const { call, tier } = billed;
    const isReasoned = isAnswerReasoned(this.#card, call);
    const bills = isReasoned ? this.#reasonedBills : this.#bills;
    const known = bills.get(tier);
    const applied = ratesFor(this.#card, tier);
    const bill = known ?? newBill(this.#model, applied, call.cacheWrite, isReasoned);
    const reason = findMissingRate(bill, billed);
    if (reason) return reason;
    if (!known) bills.set(tier, bill);
    addToBill(bill, billed);
    return undefined;
  }

  /** One part for each kind of token and rate. */
  parts(): readonly CostPart[] {
    const bills = [...this.#bills.values(), ...this.#reasonedBills.values()];
    const parts = bills.flatMap(partsOf);
    // The parts of one bill differ in their names.
    return bills.length > 1 ? mergeParts(parts) : parts;
  }
}

/** The tokens of all requests with the same rates. */
interface Bill {
  readonly applied: ApplicableRates;
  readonly writeRate: number | undefined;
  readonly outputRate: number | undefined;
  requests: number;
  freshTokens: number;
  cachedTokens: number;
  writtenTokens: number;
  outputTokens: number;
  reasoningTokens: number;
}

/**
 * Whether the answer has the rate of the reasoning before it. Google billed the whole answer of the first previews of
 * Gemini 2.5 Flash at 3.50 when they thought (https://ai.google.dev/gemini-api/docs/pricing), and Alibaba that of
 * qwen-plus (https://www.alibabacloud.com/help/en/model-studio/models).
 *
 * Worked example: 0.15 / 0.60, reasoning 3.50. 500 tokens of output cost 500 × 0.60 = 0.0003 USD; after 1,000 tokens of
 * reasoning, they cost 500 × 3.50 = 0.00175 USD.
 */
function isAnswerReasoned({ period }: ApplicableCard, { reasoningTokens }: CallTokens): boolean {
  return reasoningTokens > 0 && period.answerAtReasoningRate === true;
}

function newBill(
  model: Model,
  applied: ApplicableRates,
  cacheWrite: CacheWrite,
  isReasoned: boolean,
): Bill {
  const { output, reasoning } = applied.rates;
  return {
    applied,
    writeRate: findWriteRate(model, applied, cacheWrite),
    outputRate: isReasoned ? (reasoning ?? output) : output,
    requests: 0,
    freshTokens: 0,
    cachedTokens: 0,
    writtenTokens: 0,
    outputTokens: 0,
    reasoningTokens: 0,
  };
}

function addToBill(bill: Bill, { call, split, requests }: BilledCall): void {
  bill.requests += requests;
  bill.freshTokens += split.freshTokens;
  bill.cachedTokens += split.cachedTokens;
  bill.writtenTokens += split.writtenTokens;
  bill.outputTokens += call.outputTokens;
  bill.reasoningTokens += call.reasoningTokens;
}

/**
 * Why a request has no price: the service tier does not sell it, or the card does not have a rate that it needs. Such a
 * rate is unknown, not zero.
 *
 * Worked examples: 1,000 tokens with a cached share of 0.5 on a card without a cached rate: noCachedInputRate. With a
 * cached share of 0 the card's input rate is enough. On a card at 5 / 30 with a tier from 272,001 tokens that has no
 * rates, 272,000 tokens have a price, and 272,001 have none: noLongPromptRate.
 */
function findMissingRate(bill: Bill, billed: BilledCall): NoPriceReason | undefined {
  const { factors, tier, window, period } = bill.applied;
  const { longestPromptTokens, split, call } = billed;
  for (const { factor } of factors) {
    if (longestPromptTokens > (factor.maxPromptTokens ?? Infinity))
      return 'serviceTierExcludesLength';
    if (split.cachedTokens > 0 && factor.unknownRates?.includes('cachedInput')) {
      return 'factorUnknownForRate';
    }
  }
  const missing = missingRate(bill, billed);
  if (!missing) return undefined;
  const name = missing === 'cacheWrite' && call.cacheWrite === 'long' ? 'cacheWriteLong' : missing;
  const isKnownBelow = tier !== undefined && (window ?? period).rates[name] !== undefined;
  return isKnownBelow ? 'noLongPromptRate' : NO_RATE_REASONS[missing];
}

type NeededRate = 'input' | 'cachedInput' | 'cacheWrite' | 'output';

const NO_RATE_REASONS: Readonly<Record<NeededRate, NoPriceReason>> = {
  input: 'noInputRate',
  cachedInput: 'noCachedInputRate',
  cacheWrite: 'noCacheWriteRate',
  output: 'noOutputRate',
};

function missingRate(
  { applied: { rates }, writeRate, outputRate }: Bill,
  { call: { outputTokens, reasoningTokens }, split }: BilledCall,
): NeededRate | undefined {
  const { cachedTokens, writtenTokens } = split;
  if (rates.input === undefined) return 'input';
  if (cachedTokens > 0 && rates.cachedInput === undefined) return 'cachedInput';
  if (writtenTokens > 0 && writeRate === undefined) return 'cacheWrite';
  const reasoningAsOutput = rates.reasoning === undefined ? reasoningTokens : 0;
  if (outputTokens + reasoningAsOutput > 0 && outputRate === undefined) return 'output';
  return undefined;
}

/**
 * The rate for writing to the cache. OpenAI from GPT-5.6 on: "Cache writes are billed at 1.25x the uncached input
 * token rate" (https://developers.openai.com/api/docs/models/gpt-5.6-luna). Anthropic: 1.25 × for five minutes and
 * 2 × for an hour (https://platform.claude.com/docs/en/about-claude/pricing). Earlier OpenAI models, Google and
 * DeepSeek: the input rate.
 *
 * Worked example: 10,000 tokens written on claude-haiku-5-5 cost 10,000 × 0.125 = 0.00125 USD for five minutes and
 * 10,000 × 0.2 = 0.002 USD for an hour; on gpt-4.1 10,000 × 2 = 0.02 USD, the same as without caching.
 */
function findWriteRate(
  { cacheWritesAtInputRate }: Model,
  { rates }: ApplicableRates,
  write: CacheWrite,
): number | undefined {
  if (write === 'long') return rates.cacheWriteLong;
  return rates.cacheWrite ?? (cacheWritesAtInputRate ? rates.input : undefined);
}

/** Input and output, and each other part that is not empty. */
function partsOf(bill: Bill): readonly CostPart[] {
  const { rates, factors, period } = bill.applied;
  const part = (name: TokenPart['name'], tokens: number, rate: number | undefined): TokenPart => {
    const usdPerMillionTokens = rate ?? 0;
    const amount = multiplyMoney(
      costOfTokens(tokens, usdPerMillionTokens),
      factorOn(factors, name),
    );
    return { name, tokens, usdPerMillionTokens, amount };
  };
  const optional = (name: TokenPart['name'], tokens: number, rate: number | undefined) =>
    tokens > 0 ? [part(name, tokens, rate)] : [];
  return [
    part('input', bill.freshTokens, rates.input),
    ...optional('cachedInput', bill.cachedTokens, rates.cachedInput),
    ...optional('cacheWrite', bill.writtenTokens, bill.writeRate),
    ...feeParts(bill.requests, period.usdPerThousandRequests),
    part('output', bill.outputTokens, bill.outputRate),
    ...optional('reasoning', bill.reasoningTokens, rates.reasoning ?? rates.output),
  ];
}

/**
 * The fee for requests. Perplexity bills "token costs + request fee"
 * (https://docs.perplexity.ai/getting-started/pricing).
 *
 * Worked example: sonar at 5 USD per thousand requests and 1 USD per million tokens, 1,000 tokens in and
 * 500 out: 0.001 + 0.0005 + 0.005 = 0.0065 USD.
 */
function feeParts(
  requests: number,
  usdPerThousandRequests: number | undefined,
): readonly FeePart[] {
  if (usdPerThousandRequests === undefined) return [];
  const amount = costOfRequests(requests, usdPerThousandRequests);
  return [{ name: 'requestFee', requests, usdPerThousandRequests, amount }];
}
