import { moneyRatio } from '../pricing/money';
import { compareByCost, type Estimate } from './estimate';

/** One model's place among all. */
export interface ComparisonEntry {
  readonly estimate: Estimate;
  /** How many times the cheapest model that is still sold this one costs; undefined without a price or when that one is free. */
  readonly timesCheapest: number | undefined;
}

/** Estimates of one text, cheapest first, each with its multiple of the cheapest that can be bought. */
export function compareEstimates(estimates: readonly Estimate[]): readonly ComparisonEntry[] {
  const sorted = estimates.toSorted(compareByCost);
  const cheapest = sorted.find(
    ({ price }) => price.kind === 'priced' && !price.applied.retired,
  )?.price;
  return sorted.map((estimate) => ({
    estimate,
    timesCheapest:
      cheapest?.kind === 'priced' && estimate.price.kind === 'priced'
        ? moneyRatio(estimate.price.expected.total, cheapest.expected.total)
        : undefined,
  }));
}
