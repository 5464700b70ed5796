import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import type { Rates } from '../../../src/core/pricing/table/rateSchema';
import type { ProviderRow } from '../../../src/core/pricing/table/schema';
import { atDay, comparedRates } from './compareRates';
import type { Entry, Reading } from './entries';
import { inPeriodOrder } from './trust';
import { weightsOf } from './weights';

/** What the sellers of open weights ask. */
interface Sold {
  /** Lowest first. */
  readonly inputs: readonly number[];
  /** Output over input, lowest first. */
  readonly ratios: readonly number[];
}

/** By the name of the weights. */
export type Market = ReadonlyMap<string, Sold>;

/** The prices of a day of all sellers but gateways, whose lists are in question. */
export function marketOf(providers: readonly ProviderRow[], day: string): Market {
  const cards = new Map<string, Rates[]>();
  for (const { weights, periods } of providers.flatMap(({ models }) => models)) {
    if (weights === undefined) continue;
    const { usdPerMillionTokens } = atDay(periods, day);
    cards.set(weights, [...(cards.get(weights) ?? []), usdPerMillionTokens]);
  }
  return new Map([...cards].map(([weights, rates]) => [weights, soldAt(rates)]));
}

function soldAt(cards: readonly Rates[]): Sold {
  const priced = cards.flatMap(({ input, output }) =>
    input === undefined || output === undefined ? [] : [{ input, ratio: output / input }],
  );
  return {
    inputs: priced.map(({ input }) => input).toSorted((a, b) => a - b),
    ratios: priced.map(({ ratio }) => ratio).toSorted((a, b) => a - b),
  };
}

/** Fewer sellers have no median that tells something. */
const SELLERS = 3;
/** The factor below the median from which on an input price is far from it. */
const FAR = 4;
/** A seller that asks at most so many times the price makes it credible. */
const NEAR = 2;
/** A discount lowers both rates. A ratio that is so many times the median is a mixture of two hosts' rates. */
const MIXED = 4;
/** The dearest cached input that hosts bill; equal prices are no discount, which some state. */
const HARDLY_A_DISCOUNT = 0.8;

/**
 * Whether a price in a gateway's list is hardly one at which it sells: the list has the offer of the moment, of whatever
 * host, and some snapshots mix rates of several.
 *
 * Worked examples: 0.0699 with 0.0689 for cached input; 0.253 / 8.8 where nine sellers ask 2 / 8 in the median and none
 * less than 0.506. Credible are 0.02 / 0.04 where the median is 0.15 / 0.15, as both are low, and cached input at
 * exactly 80 %, which DeepInfra bills.
 */
export function isAbsurd({ input, cachedInput, output }: Rates, sold?: Sold): boolean {
  if (input === undefined) return false;
  if (cachedInput !== undefined && cachedInput < input && cachedInput > HARDLY_A_DISCOUNT * input)
    return true;
  if (output === undefined || !sold || sold.inputs.length < SELLERS) return false;
  const isFar = input * FAR <= median(sold.inputs) && input * NEAR < (sold.inputs[0] ?? 0);
  return isFar && output / input >= MIXED * median(sold.ratios);
}

function median(ascending: readonly number[]): number {
  return ascending[Math.floor((ascending.length - 1) / 2)] ?? 0;
}

/** An entry of a gateway's list, and the readings of it whose price is not believed. */
export interface Sifted {
  readonly entry: Entry;
  readonly refused: readonly Reading[];
}

/** Whether a price in a gateway's own list is hardly one at which it sells. */
export function isAbsurdReading({ source, row }: Reading, market: Market): boolean {
  const rates = atDay(row.periods, source.day).usdPerMillionTokens;
  return isAbsurd(rates, market.get(weightsOf(row.id) ?? ''));
}

/**
 * Takes from an entry the newest prices, as long as they are not believed. Without another one it is left without
 * readings.
 */
export function siftEntry(
  { hand, readings }: Entry,
  isRefused: (reading: Reading) => boolean,
): Sifted {
  const first = readings.findIndex((reading) => !isRefused(reading));
  const count = first === -1 ? readings.length : first;
  return { entry: { hand, readings: readings.slice(count) }, refused: readings.slice(0, count) };
}

/** Periods that name, at the day of each, the sources whose price was refused. */
export function withRefused(
  periods: readonly PeriodRow[],
  refused: readonly Reading[],
): PeriodRow[] {
  return refused.reduce(
    (rows, { source, row }) => {
      const named = atDay(rows, source.day);
      const theirs = atDay(row.periods, source.day).usdPerMillionTokens;
      const entry = {
        source: source.id,
        usdPerMillionTokens: comparedRates(theirs, named.usdPerMillionTokens),
      };
      return rows.map((period) =>
        period === named
          ? inPeriodOrder({ ...period, disagreeing: [...(period.disagreeing ?? []), entry] })
          : period,
      );
    },
    [...periods],
  );
}

/** What the update prints of the refused prices of a model. */
export function describeRefused(provider: string, { entry, refused }: Sifted): readonly string[] {
  const [used] = entry.readings;
  const what = used === undefined ? 'no row' : `the price of ${used.source.id} is used`;
  return refused.map(({ source, row }) => {
    const { input, cachedInput, output } = atDay(row.periods, source.day).usdPerMillionTokens;
    const rates = [input, cachedInput, output].map((rate) => rate ?? '-').join(' / ');
    return `${provider}/${row.id}: ${source.id} ${rates}; ${what}`;
  });
}
