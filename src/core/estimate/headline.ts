import { compareMoney } from '../pricing/money';
import type { NoPriceReason } from './cost/call';
import type { Estimate } from './estimate';
import { canBeBought, compareEstimates, findCheapest, timesOf } from './ranking';

/** The models of the report's answer. */
export interface Headline {
  /** The cheapest model that can be bought. */
  readonly cheapest: Estimate | undefined;
  /** The user's model. */
  readonly yours: Estimate | undefined;
  /** The user's model, unless the user has chosen another one. */
  readonly baseline: Estimate | undefined;
  /** Models that cost less than the user's and can be bought, cheapest first; any, if the user's has no price. */
  readonly cheaper: readonly Estimate[];
  /** Cost of the baseline / cost of the cheapest; undefined if either has no price or the cheapest is free. */
  readonly ratio: number | undefined;
  /** Models that have a price, and none under these assumptions; one of them may cost less. */
  readonly leftOut: number;
}

/** Whether other assumptions would end the reason. */
const IS_BY_ASSUMPTIONS: Readonly<Record<NoPriceReason, boolean>> = {
  notYetSold: false,
  unknownFees: false,
  noInputRate: false,
  training: false,
  noOutputRate: false,
  noBatch: true,
  noServiceTier: true,
  noRegional: true,
  batchHasNoTiers: true,
  noCachedInputRate: true,
  noCacheWriteRate: true,
  factorUnknownForRate: true,
  serviceTierExcludesLength: true,
};

const MOST_CHEAPER = 3;

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
  const leftOut = estimates.filter(
    ({ price }) => price.kind === 'unpriced' && IS_BY_ASSUMPTIONS[price.reason],
  ).length;
  return { cheapest, yours, baseline, cheaper: findCheaper(estimates, yours), ratio, leftOut };
}

function findCheaper(estimates: readonly Estimate[], yours: Estimate | undefined) {
  const kind = yours?.model.kind ?? 'text';
  return estimates
    .filter((each) => each.model.kind === kind && canBeBought(each) && costsLess(each, yours))
    .toSorted(compareEstimates)
    .slice(0, MOST_CHEAPER);
}

function costsLess({ model, price }: Estimate, yours: Estimate | undefined): boolean {
  if (yours?.price.kind !== 'priced') return model !== yours?.model;
  return (
    price.kind === 'priced' && compareMoney(price.expected.total, yours.price.expected.total) < 0
  );
}
