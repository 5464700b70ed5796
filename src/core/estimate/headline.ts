import type { Estimate } from './estimate';
import { findCheapest, timesOf } from './ranking';

/** The models that the report's headline compares. */
export interface Headline {
  /** The cheapest model that can be bought. */
  readonly cheapest: Estimate | undefined;
  /** The user's model. */
  readonly yours: Estimate | undefined;
  readonly baseline: Estimate | undefined;
  /** Cost of the baseline / cost of the cheapest; undefined if either has no price or the cheapest is free. */
  readonly ratio: number | undefined;
}

/** Finds the headline's models. Without a known baseline, the user's model is the baseline. */
export function findHeadline(
  estimates: readonly Estimate[],
  yourId: string,
  baselineId: string | undefined,
): Headline {
  const find = (id: string | undefined) => estimates.find(({ model }) => model.id === id);
  const cheapest = findCheapest(estimates);
  const yours = find(yourId);
  const baseline = find(baselineId) ?? yours;
  const ratio = baseline && timesOf(baseline, cheapest);
  return { cheapest, yours, baseline, ratio };
}
