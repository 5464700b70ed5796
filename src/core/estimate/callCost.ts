import {
  addMoney,
  costOfRequests,
  costOfTokens,
  multiplyMoney,
  ZERO_MONEY,
  type Money,
} from '../pricing/money';
import type { Terms } from '../pricing/factors';
import type { Model } from '../pricing/priceTable';
import { splitPrompt, type CacheWrite, type PromptSplit } from '../pricing/promptSplit';
import { lookUpRates, type ApplicableRates, type NoRatesReason } from '../pricing/rateLookup';

/** Why there is no price, as a code that a view turns into a sentence. */
export type NoPriceReason =
  NoRatesReason | 'noInputRate' | 'noCachedInputRate' | 'noCacheWriteRate' | 'noOutputRate';

export interface Unpriced {
  readonly kind: 'unpriced';
  readonly reason: NoPriceReason;
}

/** Tokens billed at one rate; `amount` includes the request's factors, `usdPerMillionTokens` does not. */
export interface TokenPart {
  readonly name: 'input' | 'cachedInput' | 'cacheWrite' | 'output' | 'reasoning';
  readonly tokens: number;
  readonly usdPerMillionTokens: number;
  readonly amount: Money;
}

/** A fee for each request, beside its tokens. */
export interface FeePart {
  readonly name: 'requestFee';
  readonly requests: number;
  readonly usdPerThousandRequests: number;
  readonly amount: Money;
}

export type CostPart = TokenPart | FeePart;

/** One request as it is billed. */
export interface CallTokens {
  /** Tokens of the whole prompt, cached or not. */
  readonly promptTokens: number;
  /** How many of them, from the beginning, were cached before; fewer than the model's minimum count as none. */
  readonly cachedTokens: number;
  readonly cacheWrite: CacheWrite;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
}

export interface PricedCall {
  readonly kind: 'cost';
  readonly applied: ApplicableRates;
  readonly split: PromptSplit;
  readonly parts: readonly CostPart[];
}

/**
 * Prices one request part by part.
 *
 * Reasoning is billed as output (DeepSeek: "output tokens of deepseek-reasoner include all tokens from
 * CoT and the final answer, and they are priced equally",
 * https://api-docs.deepseek.com/quick_start/pricing-details-usd; Google: "output price (including
 * thinking tokens)") unless the card has a rate of its own, as Perplexity's sonar-deep-research has
 * (https://docs.perplexity.ai/getting-started/pricing).
 *
 * Worked example: sonar-deep-research at 2 / 8, reasoning 3, with 1,000 prompt, 500 output and 10,000
 * reasoning tokens: 0.002 + 0.004 + 0.03 = 0.036 USD.
 */
export function priceRequest(
  model: Model,
  call: CallTokens,
  terms: Terms,
  atMs: number,
): PricedCall | Unpriced {
  const applied = lookUpRates(model, atMs, call.promptTokens, terms);
  if (applied.kind === 'none') return { kind: 'unpriced', reason: applied.reason };
  const { promptTokens, cachedTokens, cacheWrite } = call;
  const split = splitPrompt(promptTokens, cachedTokens, cacheWrite, model.cacheMinimumTokens);
  const writeRate = findWriteRate(model, applied, cacheWrite);
  const reason = findMissingRate(applied, call, split, writeRate);
  if (reason) return { kind: 'unpriced', reason };
  return { kind: 'cost', applied, split, parts: partsOf(applied, call, split, writeRate) };
}

/** A rate that the request needs and the card lacks is unknown, never zero. */
function findMissingRate(
  { rates }: ApplicableRates,
  { outputTokens, reasoningTokens }: CallTokens,
  { cachedTokens, writtenTokens }: PromptSplit,
  writeRate: number | undefined,
): NoPriceReason | undefined {
  if (rates.input === undefined) return 'noInputRate';
  if (cachedTokens > 0 && rates.cachedInput === undefined) return 'noCachedInputRate';
  if (writtenTokens > 0 && writeRate === undefined) return 'noCacheWriteRate';
  const reasoningAsOutput = rates.reasoning === undefined ? reasoningTokens : 0;
  if (outputTokens + reasoningAsOutput > 0 && rates.output === undefined) return 'noOutputRate';
  return undefined;
}

/**
 * What writing to the cache costs per million tokens. Anthropic and, from GPT-5.6 on, OpenAI charge more
 * than for input: "Cache writes are billed at 1.25x the uncached input token rate"
 * (https://developers.openai.com/api/docs/models/gpt-5.6-luna), twice for an hour at Anthropic
 * (https://platform.claude.com/docs/en/about-claude/pricing). OpenAI before, Google and DeepSeek bill
 * plain input.
 *
 * Worked example: 10,000 tokens written on claude-haiku-5-5 cost 10,000 x 0.125 = 0.00125 USD for five
 * minutes and 10,000 x 0.2 = 0.002 USD for an hour; on gpt-4.1 10,000 x 2 = 0.02 USD, as if not written.
 */
function findWriteRate(
  { cacheWritesAtInputRate }: Model,
  { rates }: ApplicableRates,
  write: CacheWrite,
): number | undefined {
  if (write === 'long') return rates.cacheWriteLong;
  return rates.cacheWrite ?? (cacheWritesAtInputRate ? rates.input : undefined);
}

/** Input and output always; the other parts where there is something to bill. */
function partsOf(
  { rates, factor, period }: ApplicableRates,
  { outputTokens, reasoningTokens }: CallTokens,
  { freshTokens, cachedTokens, writtenTokens }: PromptSplit,
  writeRate: number | undefined,
): readonly CostPart[] {
  const part = (name: TokenPart['name'], tokens: number, rate: number | undefined): TokenPart => {
    const usdPerMillionTokens = rate ?? 0;
    const amount = multiplyMoney(costOfTokens(tokens, usdPerMillionTokens), factor);
    return { name, tokens, usdPerMillionTokens, amount };
  };
  const optional = [
    part('cachedInput', cachedTokens, rates.cachedInput),
    part('cacheWrite', writtenTokens, writeRate),
  ].filter(({ tokens }) => tokens > 0);
  const reasoning = part('reasoning', reasoningTokens, rates.reasoning ?? rates.output);
  return [
    part('input', freshTokens, rates.input),
    ...optional,
    ...feeParts(period.usdPerThousandRequests),
    part('output', outputTokens, rates.output),
    ...(reasoningTokens > 0 ? [reasoning] : []),
  ];
}

/**
 * The fee for one request, where a vendor has one: Perplexity bills "token costs + request fee"
 * (https://docs.perplexity.ai/getting-started/pricing).
 *
 * Worked example: sonar at 5 USD per thousand requests and 1 USD per million tokens, 1,000 tokens in and
 * 500 out: 0.001 + 0.0005 + 0.005 = 0.0065 USD.
 */
function feeParts(usdPerThousandRequests: number | undefined): readonly FeePart[] {
  if (usdPerThousandRequests === undefined) return [];
  const amount = costOfRequests(1, usdPerThousandRequests);
  return [{ name: 'requestFee', requests: 1, usdPerThousandRequests, amount }];
}

/** Parts of several requests together: one for each name and rate, in the order of their first use. */
export function mergeParts(parts: readonly CostPart[]): readonly CostPart[] {
  const merged = new Map<string, CostPart>();
  for (const part of parts) {
    const key = `${part.name} ${rateOf(part)}`;
    const before = merged.get(key);
    merged.set(key, before ? addParts(before, part) : part);
  }
  return [...merged.values()];
}

function rateOf(part: CostPart): number {
  return part.name === 'requestFee' ? part.usdPerThousandRequests : part.usdPerMillionTokens;
}

function addParts(a: CostPart, b: CostPart): CostPart {
  const amount = addMoney(a.amount, b.amount);
  return a.name === 'requestFee' || b.name === 'requestFee'
    ? { ...(a as FeePart), requests: (a as FeePart).requests + (b as FeePart).requests, amount }
    : { ...a, tokens: a.tokens + b.tokens, amount };
}

/** Whether a part is paid for the prompt (fees among them) or for the answer. */
export function isOutputPart({ name }: CostPart): boolean {
  return name === 'output' || name === 'reasoning';
}

export function sumParts(parts: readonly CostPart[]): Money {
  return parts.reduce((sum, { amount }) => addMoney(sum, amount), ZERO_MONEY);
}
