import { addMoney, compareMoney, moneyRatio, ZERO_MONEY, type Money } from '../pricing/money';
import type { Model } from '../pricing/priceTable';
import { sumTokenCounts, type TokenCount } from '../tokens/tokenCount';
import { mergeParts, type CostPart } from './callCost';
import { fitContext, fits } from './contextFit';
import type { CostBand, Estimate, NoPriceReason, Priced } from './estimate';
import { DAYS_PER_MONTH, projectCost, type PricePerCall } from './projection';
import { DEFAULT_SCENARIO } from './scenario';

/** What a subject of one or several files costs on one model; the parts sum to the total. */
export interface RowPrice {
  readonly kind: 'priced';
  readonly parts: readonly CostPart[];
  readonly total: Money;
  /** Total at the low and at the high end of the token bands. */
  readonly low: Money;
  readonly high: Money;
  /** One later call of a day on each file, where it reads from the cache what the first writes. */
  readonly later: PricePerCall | undefined;
  readonly perDay: Money;
  readonly perMonth: Money;
  /** Rates of the file with the longest prompt. */
  readonly example: Priced;
}

export interface RowWithoutPrice {
  readonly kind: 'unpriced';
  readonly reason: NoPriceReason;
}

/** One model's line in the report. */
export interface ReportRow {
  readonly model: Model;
  /** Tokens of all files together. */
  readonly count: TokenCount;
  readonly price: RowPrice | RowWithoutPrice;
  /** The estimate of each file, in the order of the files. */
  readonly estimates: readonly Estimate[];
  /** Largest prompt as a share of the context window; undefined where the window is not known. */
  readonly contextShare: number | undefined;
  /** Whether prompt and answer fit the model's context window and longest answer, as far as they are known. */
  readonly fits: boolean;
}

/** The line of a model from the estimates of all files; one file without a price leaves the sum without one. */
export function makeRow(model: Model, estimates: readonly Estimate[]): ReportRow {
  const largest = longestOf(estimates);
  const fit = largest && fitContext(largest);
  return {
    model,
    count: sumTokenCounts(estimates.map(({ count }) => count)),
    price: sumPrices(estimates, largest),
    estimates,
    contextShare: fit?.share,
    fits: fit === undefined || fits(fit),
  };
}

function longestOf(estimates: readonly Estimate[]): Estimate | undefined {
  let longest: Estimate | undefined;
  for (const estimate of estimates) {
    if (!longest || estimate.count.high > longest.count.high) longest = estimate;
  }
  return longest;
}

function sumPrices(
  estimates: readonly Estimate[],
  largest: Estimate | undefined,
): RowPrice | RowWithoutPrice {
  const prices: Priced[] = [];
  for (const { price } of estimates) {
    if (price.kind === 'unpriced') return price;
    prices.push(price);
  }
  const example = largest?.price;
  if (example?.kind !== 'priced') throw new RangeError('no file to price');
  const first = sumBands(prices);
  const hasLater = prices.some((price) => price.later !== undefined);
  const later = hasLater ? sumBands(prices.map((price) => price.later ?? price)) : undefined;
  const sum = { ...first, later };
  const { scenario } = estimates[0] ?? { scenario: DEFAULT_SCENARIO };
  const { low, expected, high } = first;
  return {
    kind: 'priced',
    parts: mergeParts(prices.flatMap((price) => price.expected.parts)),
    total: expected.total,
    low,
    high,
    later,
    perDay: projectCost(sum, scenario, 1).expected,
    perMonth: projectCost(sum, scenario, DAYS_PER_MONTH).expected,
    example,
  };
}

function sumBands(bands: readonly CostBand[]): PricePerCall {
  let [low, total, high] = [ZERO_MONEY, ZERO_MONEY, ZERO_MONEY];
  for (const band of bands) {
    low = addMoney(low, band.low);
    total = addMoney(total, band.expected.total);
    high = addMoney(high, band.high);
  }
  return { low, expected: { total }, high };
}

/** Cheapest first; without a price last; equal costs by id. */
export function compareRows(a: ReportRow, b: ReportRow): number {
  if (a.price.kind === 'unpriced' || b.price.kind === 'unpriced') {
    const order = Number(a.price.kind === 'unpriced') - Number(b.price.kind === 'unpriced');
    return order || compareIds(a, b);
  }
  return compareMoney(a.price.total, b.price.total) || compareIds(a, b);
}

export function compareIds(a: ReportRow, b: ReportRow): number {
  return a.model.id < b.model.id ? -1 : a.model.id > b.model.id ? 1 : 0;
}

/** How many times the baseline a row costs; undefined where either has no price or the baseline is free. */
export function timesOf(row: ReportRow, baseline: ReportRow | undefined): number | undefined {
  if (row.price.kind !== 'priced' || baseline?.price.kind !== 'priced') return undefined;
  return moneyRatio(row.price.total, baseline.price.total);
}
