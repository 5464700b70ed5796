import type { ServiceTier } from '../../pricing/rates/factors';
import { cardsOf } from '../cost/byCard';
import { calledTexts } from '../counts/many';
import type { Estimate } from '../estimate';
import { scenarioAsPriced } from './tiers';

/** A tier with a price of its own. */
export type SpecialTier = Exclude<ServiceTier, 'standard'>;

/** The service tiers that calls ask for and the model has no price for, with the number of calls. */
export function missingTiers({
  model,
  scenario,
  counts,
  calls,
  atMs,
}: Pick<Estimate, 'model' | 'scenario' | 'counts' | 'calls' | 'atMs'>): ReadonlyMap<
  SpecialTier,
  number
> {
  const missing = new Map<SpecialTier, number>();
  const scenarioOf = scenarioAsPriced(model, scenario, cardsOf(model, atMs));
  for (const { own, times } of calledTexts(counts, calls)) {
    const asked = own?.serviceTier;
    if (asked === undefined || asked === 'standard') continue;
    const { batch, serviceTier } = scenarioOf(own);
    if (batch || serviceTier === asked) continue;
    missing.set(asked, (missing.get(asked) ?? 0) + times);
  }
  return missing;
}
