import { compareMoney } from '../pricing/money';
import type { NoPriceReason } from './cost/unpriced';
import type { Estimate } from './estimate';
import { canBeBought, compareEstimates, findCheapest, timesOf } from './ranking';

/** The models of the report's answer. */
export interface Headline {
  /** The cheapest model that can be bought. */
  readonly cheapest: Estimate | undefined;
  /** The user's model. */
  readonly yours: Estimate | undefined;
  /** The cost as it is: on the user's model, or of each text on the model that it names. */
  readonly current: Estimate | undefined;
  /** The cost as it is, unless the user has chosen a model. */
  readonly baseline: Estimate | undefined;
  /** Models that cost less than it is now and can be bought, cheapest first; any, if it has no price. */
  readonly cheaper: readonly Estimate[];
  /** Cost of the baseline / cost of the cheapest; undefined if either has no price or the cheapest is free. */
  readonly ratio: number | undefined;
  /** Models that have a price, and none under these assumptions; one of them may cost less. */
  readonly leftOut: number;
}

/** Whether other assumptions, or a shorter prompt, would end the reason. */
const IS_BY_ASSUMPTIONS: Readonly<Record<NoPriceReason, boolean>> = {
  notYetSold: false,
  unknownFees: false,
  noInputRate: false,
  training: false,
  noImages: false,
  noDocuments: false,
  noAudio: false,
  noVideo: false,
  noFormula: false,
  noOutputRate: false,
  noBatch: true,
  noServiceTier: true,
  noRegional: true,
  batchHasNoTiers: true,
  noCachedInputRate: true,
  noCacheWriteRate: true,
  noLongPromptRate: true,
  factorUnknownForRate: true,
  serviceTierExcludesLength: true,
};

const MOST_CHEAPER = 3;

/**
 * Finds the headline's models. Without a known baseline, the cost as it is is the baseline.
 *
 * @param eachOnOwn where texts name models of their own.
 */
export function findHeadline(
  estimates: readonly Estimate[],
  yourId: string,
  baselineId: string | undefined,
  eachOnOwn?: Estimate,
): Headline {
  const find = (id: string | undefined) => estimates.find(({ model }) => model.id === id);
  const cheapest = findCheapest(estimates);
  const yours = find(yourId);
  const current = eachOnOwn ?? yours;
  const baseline = find(baselineId) ?? current;
  const ratio = baseline && timesOf(baseline, cheapest);
  const leftOut = estimates.filter(
    ({ price }) => price.kind === 'unpriced' && IS_BY_ASSUMPTIONS[price.reason],
  ).length;
  const cheaper = findCheaper(estimates, current);
  return { cheapest, yours, current, baseline, cheaper, ratio, leftOut };
}

function findCheaper(estimates: readonly Estimate[], current: Estimate | undefined) {
  const kind = current?.model.kind ?? 'text';
  return estimates
    .filter((each) => each.model.kind === kind && canBeBought(each) && costsLess(each, current))
    .toSorted(compareEstimates)
    .slice(0, MOST_CHEAPER);
}

function costsLess({ model, price }: Estimate, current: Estimate | undefined): boolean {
  if (current?.price.kind !== 'priced') return model !== current?.model;
  return (
    price.kind === 'priced' && compareMoney(price.expected.total, current.price.expected.total) < 0
  );
}
