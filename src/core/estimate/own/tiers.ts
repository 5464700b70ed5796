import type { Model } from '../../pricing/table/priceTable';
import type { FullScenario } from '../../scenario/scenario';
import type { CardOf } from '../cost/byCard';
import { scenarioOfEach, type OwnCall } from '../modelScenario';

/**
 * The scenario of a call that says something of itself, under the service tier that its price has: the standard one
 * where the model has no price for the tier that the call asks for, and the assumed one in a batch, which has no tiers.
 * One for each call, as `scenarioOfEach`.
 *
 * Worked example: on gpt-6-luna, whose flex tier has half of the rates, two equal calls, one of them on flex, cost 1.5
 * times one call.
 */
export function scenarioAsPriced(
  model: Model,
  scenario: FullScenario,
  cardOf: CardOf,
): (own: OwnCall | undefined) => FullScenario {
  const scenarioOf = scenarioOfEach(model, scenario);
  const known = new Map<OwnCall, FullScenario>();
  return (own) => {
    if (own?.serviceTier === undefined) return scenarioOf(own);
    const priced = known.get(own) ?? onTier(scenarioOf(own), scenario, cardOf);
    known.set(own, priced);
    return priced;
  };
}

/** @param asks under the tier that a call asks for. */
function onTier(asks: FullScenario, assumed: FullScenario, cardOf: CardOf): FullScenario {
  if (asks.batch) return { ...asks, serviceTier: assumed.serviceTier };
  return cardOf(asks).kind === 'card' ? asks : { ...asks, serviceTier: 'standard' };
}
