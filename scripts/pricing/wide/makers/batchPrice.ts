import type {
  ModelRow,
  PriceTableFile,
  ProviderRow,
} from '../../../../src/core/pricing/table/schema';
import { atDay, sameRates } from '../compareRates';
import type { Reading } from '../entries';
import { makersRows } from './makersRows';

/** Whether a price in a gateway's list is the one of the maker's batches. */
export type IsBatchPrice = (reading: Reading) => boolean;

/** A larger discount in a batch than a gateway gives on its own. */
const HALF = 1 / 2;

/**
 * Tells prices of batches in the lists of gateways, which send requests on one by one: input and output are half of the
 * maker's, the maker sells batches at half, and has never had such a price outside of them.
 *
 * Worked example: 1.25 / 5 for GPT-4o, which OpenAI sells at 2.50 / 10, and in batches at half of it. A promotion of the
 * maker, as on Gemini 3.7 Flash until the end of 2026, is a period of the maker's.
 */
export function batchPrices(
  providers: readonly ProviderRow[],
  factorSets: PriceTableFile['factorSets'] = {},
): IsBatchPrice {
  const makers = makersRows(providers);
  return ({ source, row }) => {
    const rates = atDay(row.periods, source.day).usdPerMillionTokens;
    const maker = makers(row.id);
    if (!maker || maker.periods.some((period) => sameRates(period.usdPerMillionTokens, rates)))
      return false;
    const now = atDay(maker.periods, source.day);
    return sellsBatchesAtHalf(now.factors ?? maker.factors, factorSets) && isHalf(rates, now);
  };
}

function sellsBatchesAtHalf(
  factors: ModelRow['factors'],
  factorSets: NonNullable<PriceTableFile['factorSets']>,
): boolean {
  const batch = (typeof factors === 'string' ? factorSets[factors] : factors)?.batch;
  return batch !== undefined && batch.numerator / batch.denominator === HALF;
}

type Card = ModelRow['periods'][number];

function isHalf(
  { input, output }: Card['usdPerMillionTokens'],
  { usdPerMillionTokens: makers }: Card,
): boolean {
  if (input === undefined || output === undefined) return false;
  return input === (makers.input ?? 0) * HALF && output === (makers.output ?? 0) * HALF;
}
