import { moneyRatio } from '../pricing/money';
import { fitContext, type ContextFit } from './contextFit';
import { compareByCost, type Estimate } from './estimate';

/** One model's place among all. */
export interface ComparisonEntry {
  readonly estimate: Estimate;
  /** How many times the cheapest model that is still sold this one costs; undefined without a price or when that one is free. */
  readonly timesCheapest: number | undefined;
  readonly fit: ContextFit;
}

/** Estimates of one text, cheapest first, each with its multiple of the cheapest that can be bought. */
export function compareEstimates(estimates: readonly Estimate[]): readonly ComparisonEntry[] {
  const sorted = estimates.toSorted(compareByCost);
  const cheapest = sorted.find(({ price }) => price.kind === 'priced' && !price.applied.retired);
  return sorted.map((estimate) => ({
    estimate,
    timesCheapest: cheapest && timesOf(estimate, cheapest),
    fit: fitContext(estimate),
  }));
}

/** How many times `other` an estimate costs; undefined where either has no price or `other` is free. */
export function timesOf(estimate: Estimate, other: Estimate): number | undefined {
  if (estimate.price.kind !== 'priced' || other.price.kind !== 'priced') return undefined;
  return moneyRatio(estimate.price.expected.total, other.price.expected.total);
}

/** Pinned models in the order in which they were pinned, the others in the order of the comparison. */
export interface ComparisonGroups {
  readonly pinned: readonly ComparisonEntry[];
  readonly others: readonly ComparisonEntry[];
}

export function groupPinned(
  entries: readonly ComparisonEntry[],
  pinnedIds: readonly string[],
): ComparisonGroups {
  const isPinned = ({ estimate }: ComparisonEntry): boolean =>
    pinnedIds.includes(estimate.model.id);
  const place = ({ estimate }: ComparisonEntry): number => pinnedIds.indexOf(estimate.model.id);
  return {
    pinned: entries.filter(isPinned).toSorted((a, b) => place(a) - place(b)),
    others: entries.filter((entry) => !isPinned(entry)),
  };
}
