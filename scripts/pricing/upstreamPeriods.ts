import type { PeriodRow } from '../../src/core/pricing/table/periodSchema';
import type { RateName, Rates, TierRow } from '../../src/core/pricing/table/rateSchema';

/** A price in genai-prices: a number, or a base price with prices for longer prompts. */
type UpstreamPrice = number | { base: number; tiers: readonly { start: number; price: number }[] };

export type UpstreamPrices = Readonly<Record<string, UpstreamPrice | undefined>>;

export interface UpstreamRow {
  readonly prices: UpstreamPrices;
  readonly constraint?: { readonly type?: string; readonly start_date?: string };
}

/** The fields of a model in genai-prices that the table is generated from. */
export interface UpstreamModel {
  readonly id: string;
  readonly context_window?: number;
  readonly prices: UpstreamPrices | readonly UpstreamRow[];
  /** Remarks on the price, for people. */
  readonly price_comments?: string;
}

const FIELDS: Readonly<Record<RateName, string>> = {
  input: 'input_mtok',
  cachedInput: 'cache_read_mtok',
  cacheWrite: 'cache_write_mtok',
  cacheWriteLong: 'cache_write_1h_mtok',
  output: 'output_mtok',
  reasoning: 'output_reasoning_mtok',
};

/**
 * The periods of a model in genai-prices. Rows with a time of day cannot have a start day as well, so they must be
 * written by hand.
 *
 * @throws {Error} for rows with a time of day, and for a model without an input price.
 */
export function readPeriods(model: UpstreamModel, source: string): PeriodRow[] {
  const rows = isRows(model.prices) ? model.prices : [{ prices: model.prices }];
  const starts = rows.map(({ constraint }, index) => {
    if (constraint === undefined && index === 0) return null;
    if (constraint?.start_date !== undefined && index > 0) return constraint.start_date;
    throw new Error(`${model.id}: prices by the hour must be in the hand-kept file`);
  });
  return rows.map(({ prices }, index): PeriodRow => {
    const period: PeriodRow = {
      from: starts[index] ?? null,
      to: starts[index + 1] ?? null,
      source,
      usdPerMillionTokens: readRates(model.id, prices, 0),
    };
    const tiers = readTiers(prices);
    if (tiers.length > 0) period.tiers = tiers;
    return period;
  });
}

function isRows(prices: UpstreamModel['prices']): prices is readonly UpstreamRow[] {
  return Array.isArray(prices);
}

/** An absent price in genai-prices is free or unknown, so it never becomes 0. */
function readRates(id: string, prices: UpstreamPrices, start: number): Rates {
  const rates: Rates = {};
  for (const [name, field] of Object.entries(FIELDS) as [RateName, string][]) {
    const price = prices[field];
    if (price !== undefined) rates[name] = priceFrom(price, start);
  }
  if (rates.input === undefined) throw new Error(`${id}: no price for input`);
  return rates;
}

function readTiers(prices: UpstreamPrices): TierRow[] {
  const starts = Object.values(FIELDS).flatMap((field) => {
    const price = prices[field];
    return typeof price === 'object' ? price.tiers.map((tier) => tier.start) : [];
  });
  return [...new Set(starts)]
    .toSorted((a, b) => a - b)
    .map((start) => ({
      fromPromptTokens: firstTokens(start),
      usdPerMillionTokens: readRates('tier', prices, start),
    }));
}

function priceFrom(price: UpstreamPrice, start: number): number {
  if (typeof price === 'number') return price;
  return price.tiers.findLast((tier) => tier.start <= start)?.price ?? price.base;
}

/**
 * The shortest prompt of a tier. In genai-prices, a tier applies above its start: 199,999 is right for xAI's "200k and
 * more", but 271,999 is one too low for OpenAI's "more than 272K input tokens".
 */
function firstTokens(start: number): number {
  return (start === 271_999 ? 272_000 : start) + 1;
}
