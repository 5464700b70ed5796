import type { ServiceTier } from '../../pricing/rates/factors';
import type { Estimate } from '../estimate';
import { onTiers } from './tiers';

/** A tier with a price of its own. */
export type SpecialTier = Exclude<ServiceTier, 'standard'>;

/** The service tiers that calls ask for and the model has no price for, with the number of calls. */
export function missingTiers({
  model,
  scenario,
  calls,
  atMs,
}: Pick<Estimate, 'model' | 'scenario' | 'calls' | 'atMs'>): ReadonlyMap<SpecialTier, number> {
  const missing = new Map<SpecialTier, number>();
  const scenarioOn = onTiers(model, scenario, atMs);
  for (const own of calls) {
    const asked = own.serviceTier;
    if (asked === undefined || asked === 'standard') continue;
    if (scenario.batch || scenarioOn(own).serviceTier === asked) continue;
    missing.set(asked, (missing.get(asked) ?? 0) + 1);
  }
  return missing;
}
