import { sumMoney } from '../../pricing/money';
import { lookUpCard, type ApplicableCard, type NoRatesReason } from '../../pricing/rates/lookup';
import type { Model } from '../../pricing/table/priceTable';
import { termsOf, type FullScenario } from '../../scenario/scenario';
import { costOfParts, divideBand, sumBands, type CostBand } from './band';
import type { Unpriced } from './unpriced';
import { mergeParts, withFactors } from './parts';
import { TextsCost } from './sum';

type FoundCard = ApplicableCard | { readonly kind: 'none'; readonly reason: NoRatesReason };

/** The card of a call under a scenario: requests of a batch have another one than single calls. */
export type CardOf = (scenario: FullScenario) => FoundCard;

/** The cards of a model at a time. The same object for the same terms, but for the batch that a file can be. */
export function cardsOf(model: Model, atMs: number): CardOf {
  const known = new Map<string, FoundCard>();
  return (scenario) => {
    const terms = termsOf(scenario);
    const key = JSON.stringify(terms);
    const card = known.get(key) ?? lookUpCard(model, atMs, terms);
    known.set(key, card);
    return card;
  };
}

/** The sums of texts that have one card and equally many samples. */
interface CardSum {
  readonly card: ApplicableCard;
  /** So many samples of a text cost so many times the text. */
  readonly samples: number;
  readonly first: TextsCost;
  /** Of later calls, which read what the first ones have written to the cache. */
  readonly later: TextsCost | undefined;
}

/** The cost of many texts on one model, of which some are in a batch and some are not. */
export class CostsByCard {
  readonly #model: Model;
  readonly #cardOf: CardOf;
  readonly #hasLater: boolean;
  readonly #sums = new Map<number, Map<FullScenario, CardSum | Unpriced>>();
  readonly #byCard = new Map<number, Map<ApplicableCard, CardSum>>();
  readonly #all: CardSum[] = [];

  constructor(model: Model, cardOf: CardOf, hasLater: boolean) {
    this.#model = model;
    this.#cardOf = cardOf;
    this.#hasLater = hasLater;
  }

  /** The sum that a text belongs to; the reason if it has no price. @param samples of which it is one; 1: it is none. */
  of(scenario: FullScenario, samples = 1): CardSum | Unpriced {
    const ofSamples = keptAt(this.#sums, samples);
    const sum = ofSamples.get(scenario) ?? this.#find(scenario, samples);
    ofSamples.set(scenario, sum);
    return sum;
  }

  #find(scenario: FullScenario, samples: number): CardSum | Unpriced {
    const card = this.#cardOf(scenario);
    if (card.kind === 'none') return { kind: 'unpriced', reason: card.reason };
    const byCard = keptAt(this.#byCard, samples);
    const known = byCard.get(card);
    if (known) return known;
    const sum = {
      card,
      samples,
      first: new TextsCost(this.#model, card, 'empty'),
      later: this.#hasLater ? new TextsCost(this.#model, card, 'written') : undefined,
    };
    byCard.set(card, sum);
    this.#all.push(sum);
    return sum;
  }

  /** All texts together. */
  costs(): readonly [first: CostBand, later: CostBand | undefined] {
    const sums = this.#all;
    const laterCosts = sums.flatMap(({ card, samples, later }) =>
      later ? [{ card, cost: divideBand(later.cost(), samples) }] : [],
    );
    return [
      addUp(
        sums.map(({ card, samples, first }) => ({ card, cost: divideBand(first.cost(), samples) })),
      ),
      laterCosts.length > 0 ? addUp(laterCosts) : undefined,
    ];
  }
}

function keptAt<K, V>(kept: Map<number, Map<K, V>>, samples: number): Map<K, V> {
  const known = kept.get(samples) ?? new Map<K, V>();
  kept.set(samples, known);
  return known;
}

interface CostOfCard {
  readonly card: ApplicableCard;
  readonly cost: CostBand;
}

/** The parts of different cards stay apart: they have different factors. */
function addUp(costs: readonly CostOfCard[]): CostBand {
  const [first, ...others] = costs;
  if (!first) throw new RangeError('no text to price');
  if (others.length === 0) return first.cost;
  if (others.every(({ card }) => card === first.card))
    return sumBands(costs.map(({ cost }) => cost));
  return {
    expected: costOfParts(
      mergeParts(costs.flatMap(({ card, cost }) => withFactors(cost.expected.parts, card.factors))),
    ),
    low: sumMoney(costs.map(({ cost }) => cost.low)),
    high: sumMoney(costs.map(({ cost }) => cost.high)),
  };
}
