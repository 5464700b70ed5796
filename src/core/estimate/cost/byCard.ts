import { sumMoney } from '../../pricing/money';
import { lookUpCard, type ApplicableCard, type NoRatesReason } from '../../pricing/rates/lookup';
import type { Model } from '../../pricing/table/priceTable';
import { termsOf, type FullScenario } from '../../scenario/scenario';
import { costOfParts, type CostBand } from './band';
import type { Unpriced } from './unpriced';
import { withFactors } from './parts';
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

/** The sums of texts that have one card. */
interface CardSum {
  readonly card: ApplicableCard;
  readonly first: TextsCost;
  /** Of later calls, which read what the first ones have written to the cache. */
  readonly later: TextsCost | undefined;
}

/** The cost of many texts on one model, of which some are in a batch and some are not. */
export class CostsByCard {
  readonly #model: Model;
  readonly #cardOf: CardOf;
  readonly #hasLater: boolean;
  readonly #sums = new Map<FullScenario, CardSum | Unpriced>();
  readonly #byCard = new Map<ApplicableCard, CardSum>();

  constructor(model: Model, cardOf: CardOf, hasLater: boolean) {
    this.#model = model;
    this.#cardOf = cardOf;
    this.#hasLater = hasLater;
  }

  /** The sum that a text belongs to; the reason if it has no price. */
  of(scenario: FullScenario): CardSum | Unpriced {
    const sum = this.#sums.get(scenario) ?? this.#find(scenario);
    this.#sums.set(scenario, sum);
    return sum;
  }

  #find(scenario: FullScenario): CardSum | Unpriced {
    const card = this.#cardOf(scenario);
    if (card.kind === 'none') return { kind: 'unpriced', reason: card.reason };
    const sum = this.#byCard.get(card) ?? {
      card,
      first: new TextsCost(this.#model, card, 'empty'),
      later: this.#hasLater ? new TextsCost(this.#model, card, 'written') : undefined,
    };
    this.#byCard.set(card, sum);
    return sum;
  }

  /** All texts together. */
  costs(): readonly [first: CostBand, later: CostBand | undefined] {
    const sums = [...this.#byCard.values()];
    const laterCosts = sums.flatMap(({ card, later }) =>
      later ? [{ card, cost: later.cost() }] : [],
    );
    return [
      addUp(sums.map(({ card, first }) => ({ card, cost: first.cost() }))),
      laterCosts.length > 0 ? addUp(laterCosts) : undefined,
    ];
  }
}

interface CostOfCard {
  readonly card: ApplicableCard;
  readonly cost: CostBand;
}

/** The parts of each card stay apart: they have different factors. */
function addUp(costs: readonly CostOfCard[]): CostBand {
  const [first, ...others] = costs;
  if (!first) throw new RangeError('no text to price');
  if (others.length === 0) return first.cost;
  return {
    expected: costOfParts(
      costs.flatMap(({ card, cost }) => withFactors(cost.expected.parts, card.factors)),
    ),
    low: sumMoney(costs.map(({ cost }) => cost.low)),
    high: sumMoney(costs.map(({ cost }) => cost.high)),
  };
}
