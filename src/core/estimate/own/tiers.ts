import { lookUpCard } from '../../pricing/rates/lookup';
import type { ServiceTier } from '../../pricing/rates/factors';
import type { Model } from '../../pricing/table/priceTable';
import { termsOf, type FullScenario } from '../../scenario/scenario';
import { sumBands } from '../cost/band';
import type { Unpriced } from '../cost/call';
import type { TextPrice } from '../cost/text';
import { indexOfLongest, priceTexts, type TextsQuestion } from '../cost/texts';
import { scenarioOfEach, type OwnCall } from '../modelScenario';

/** The scenario of a call under the service tier that it asks for. */
export type OnTier = (own: OwnCall | undefined) => FullScenario;

/**
 * The scenario under the service tier that a call asks for: the standard one where the model has no price for it, and
 * the assumed one in a batch, which has no tiers. Made once for each tier.
 */
export function onTiers(model: Model, scenario: FullScenario, atMs: number): OnTier {
  const known = new Map<ServiceTier, FullScenario>([[scenario.serviceTier, scenario]]);
  return (own) => {
    const asked = scenario.batch ? undefined : own?.serviceTier;
    if (asked === undefined) return scenario;
    const of = known.get(asked) ?? withTier(model, scenario, asked, atMs);
    known.set(asked, of);
    return of;
  };
}

/** The scenario of a call that says something of itself, under the service tier that its price has. */
export function scenarioAsPriced(model: Model, scenario: FullScenario, atMs: number): OnTier {
  const scenarioOn = onTiers(model, scenario, atMs);
  const scenarioOf = scenarioOfEach(model, scenario);
  const known = new Map<OwnCall, FullScenario>();
  return (own) => {
    if (own?.serviceTier === undefined) return scenarioOf(own);
    const priced = known.get(own) ?? {
      ...scenarioOf(own),
      serviceTier: scenarioOn(own).serviceTier,
    };
    known.set(own, priced);
    return priced;
  };
}

function withTier(
  model: Model,
  scenario: FullScenario,
  asked: ServiceTier,
  atMs: number,
): FullScenario {
  const asks = { ...scenario, serviceTier: asked };
  const isSold = lookUpCard(model, atMs, termsOf(asks)).kind === 'card';
  return isSold ? asks : { ...scenario, serviceTier: 'standard' };
}

/**
 * Prices texts of which each call may ask for a service tier of its own: the sum over the tiers.
 *
 * Worked example: on gpt-6-luna, whose flex tier has half of the rates, two equal calls, one of them on flex, cost 1.5
 * times one call.
 */
export function* priceOnTiers(
  model: Model,
  question: TextsQuestion,
  atMs: number,
): Generator<undefined, TextPrice | Unpriced> {
  const prices: TextPrice[] = [];
  for (const each of byTier(model, question, atMs)) {
    const card = lookUpCard(model, atMs, termsOf(each.scenario));
    if (card.kind === 'none') return { kind: 'unpriced', reason: card.reason };
    const price = yield* priceTexts(model, each, card);
    if (price.kind === 'unpriced') return price;
    prices.push(price);
  }
  const [first, ...others] = prices;
  if (!first) throw new RangeError('no text to price');
  return others.length === 0 ? first : sumPrices(first, prices);
}

/** The texts of each tier; that of the longest text first, whose rates the sum bears. */
function byTier(model: Model, question: TextsQuestion, atMs: number): readonly TextsQuestion[] {
  const { counts, scenario, calls } = question;
  if (calls.every(({ serviceTier }) => serviceTier === undefined)) return [question];
  const scenarioOn = onTiers(model, scenario, atMs);
  const longest = scenarioOn(calls[indexOfLongest(counts)]);
  const places = new Map<FullScenario, number[]>([[longest, []]]);
  for (const index of counts.keys()) {
    const of = scenarioOn(calls[index]);
    const others = places.get(of);
    if (others) others.push(index);
    else places.set(of, [index]);
  }
  return Array.from(places, ([of, indices]) => ({
    scenario: of,
    counts: indices.flatMap((index) => counts[index] ?? []),
    calls: indices.map((index) => withoutTier(calls[index])),
  }));
}

const NO_CALL: OwnCall = {};

const plain = new WeakMap<OwnCall, OwnCall>();

/** Equal calls stay one object. */
function withoutTier(own: OwnCall = NO_CALL): OwnCall {
  if (own.serviceTier === undefined) return own;
  const { serviceTier: _, ...others } = own;
  const known = plain.get(own) ?? others;
  plain.set(own, known);
  return known;
}

function sumPrices(first: TextPrice, prices: readonly TextPrice[]): TextPrice {
  const hasLater = prices.some(({ later }) => later);
  return {
    ...first,
    ...sumBands(prices),
    later: hasLater ? sumBands(prices.map((price) => price.later ?? price)) : undefined,
  };
}
