import type { PeriodRow, RateName, Rates, TierRow } from '../../src/core/pricing/table/schema';

/** A price of genai-prices: one number, or a base with the prices of longer prompts. */
type UpstreamPrice = number | { base: number; tiers: readonly { start: number; price: number }[] };

export type UpstreamPrices = Readonly<Record<string, UpstreamPrice | undefined>>;

export interface UpstreamRow {
  readonly prices: UpstreamPrices;
  readonly constraint?: { readonly type?: string; readonly start_date?: string };
}

/** What a model of genai-prices is made of, as far as the table is generated from it. */
export interface UpstreamModel {
  readonly id: string;
  readonly context_window?: number;
  readonly prices: UpstreamPrices | readonly UpstreamRow[];
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
 * The periods of a model in genai-prices. A row of it has a start day or a time of day, never both, so
 * rows with hours are wrong on other days and must be written by hand.
 *
 * @throws {Error} for rows with hours and for a model without a price.
 */
export function readPeriods(model: UpstreamModel, source: string): PeriodRow[] {
  const rows = isRows(model.prices) ? model.prices : [{ prices: model.prices }];
  const starts = rows.map(({ constraint }, index) => {
    if (constraint === undefined && index === 0) return null;
    if (constraint?.start_date !== undefined && index > 0) return constraint.start_date;
    throw new Error(`${model.id}: prices by the hour must be written by hand`);
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

/** Free models and unknown prices look alike in genai-prices, so that neither becomes a zero here. */
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
 * The shortest prompt that a tier is for. In genai-prices a tier applies above its start; its 271,999 is
 * one too low for OpenAI's "more than 272K input tokens", while xAI's 199,999 is right for "200k and more".
 */
function firstTokens(start: number): number {
  return (start === 271_999 ? 272_000 : start) + 1;
}
