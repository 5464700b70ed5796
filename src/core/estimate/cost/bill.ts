import { costOfRequests, costOfTokens, multiplyMoney } from '../../pricing/money';
import { factorOn } from '../../pricing/rates/factors';
import type { ApplicableRates } from '../../pricing/rates/lookup';
import type { CacheWrite } from '../../pricing/rates/promptSplit';
import type { Model } from '../../pricing/table/priceTable';
import type { BilledCall } from './call';
import type { CostPart, FeePart, TokenPart } from './parts';

/** The tokens of all requests with the same rates. */
export interface Bill {
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

export function newBill(
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

export function addToBill(bill: Bill, { call, split, requests }: BilledCall): void {
  bill.requests += requests;
  bill.freshTokens += split.freshTokens;
  bill.cachedTokens += split.cachedTokens;
  bill.writtenTokens += split.writtenTokens;
  bill.outputTokens += call.outputTokens;
  bill.reasoningTokens += call.reasoningTokens;
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
export function partsOf(bill: Bill): readonly CostPart[] {
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
