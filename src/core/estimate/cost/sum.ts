import { compareMoney, type Money } from '../../pricing/money';
import type { Model } from '../../pricing/table/priceTable';
import type { ApplicableCard } from '../../pricing/rates/lookup';
import type { TokenCount } from '../../tokens/tokenCount';
import { billCall, type BilledCall } from './call';
import { CallSum, priceCalls } from './calls';
import type { Unpriced } from './unpriced';
import { sumParts } from './parts';
import { callsOf, type CacheState } from '../conversation';
import type { AlikeBills } from './alike';
import { costOfParts, type CostBand } from './band';
import type { FullScenario } from '../../scenario/scenario';

/** The calls of a text with a given number of tokens, split by rates. */
type Bills = readonly BilledCall[];

/**
 * The cost of many texts on one model: the exact sums of their expected, low and high costs. Faster than an estimate
 * of each text, so that thousands of files can be priced on a hundred models.
 */
export class TextsCost {
  readonly #model: Model;
  readonly #card: ApplicableCard;
  readonly #cache: CacheState;
  readonly #expected: CallSum;
  readonly #low: CallSum;
  readonly #high: CallSum;

  constructor(model: Model, card: ApplicableCard, cache: CacheState) {
    this.#model = model;
    this.#card = card;
    this.#cache = cache;
    this.#expected = new CallSum(model, card);
    this.#low = new CallSum(model, card);
    this.#high = new CallSum(model, card);
  }

  /** Adds equal texts, or returns the reason if they have no price. @param times number of texts. */
  add({ tokens, low, high }: TokenCount, scenario: FullScenario, times = 1): Unpriced | undefined {
    const expected = this.#billsAt(tokens, scenario);
    const band = [
      low === tokens ? expected : this.#billsAt(low, scenario),
      expected,
      high === tokens ? expected : this.#billsAt(high, scenario),
    ] as const;
    const unpriced = addTo(this.#expected, expected, times);
    if (unpriced) return unpriced;
    const ends = isRising(...band) ? band : this.#byCost(band);
    if ('kind' in ends) return ends;
    return addTo(this.#low, ends[0], times) ?? addTo(this.#high, ends[2], times);
  }

  /** Adds texts whose calls are billed as one. */
  addAlike([low, expected, high]: AlikeBills): Unpriced | undefined {
    return (
      addTo(this.#expected, [expected]) ?? addTo(this.#low, [low]) ?? addTo(this.#high, [high])
    );
  }

  cost(): CostBand {
    return {
      expected: costOfParts(this.#expected.parts()),
      low: sumParts(this.#low.parts()),
      high: sumParts(this.#high.parts()),
    };
  }

  #billsAt(textTokens: number, scenario: FullScenario): Bills {
    const calls = callsOf(this.#model, textTokens, scenario, this.#cache);
    return calls.map((call) => billCall(this.#model, call, this.#card));
  }

  /** Cheapest first. */
  #byCost(band: readonly [Bills, Bills, Bills]): readonly [Bills, Bills, Bills] | Unpriced {
    const costs: { readonly bills: Bills; readonly total: Money }[] = [];
    for (const bills of band) {
      const calls = bills.map(({ call }) => call);
      const priced = priceCalls(this.#model, calls, this.#card);
      if (priced.kind === 'unpriced') return priced;
      costs.push({ bills, total: sumParts(priced.parts) });
    }
    const [least, middle, most] = costs.toSorted((a, b) => compareMoney(a.total, b.total));
    return [least?.bills ?? band[0], middle?.bills ?? band[1], most?.bills ?? band[2]];
  }
}

function addTo(sum: CallSum, bills: Bills, times = 1): Unpriced | undefined {
  for (const bill of bills) {
    const reason = sum.add(times === 1 ? bill : billTimes(bill, times));
    if (reason) return { kind: 'unpriced', reason };
  }
  return undefined;
}

/** The bill of equal calls. */
function billTimes({ call, split, requests, ...same }: BilledCall, times: number): BilledCall {
  return {
    ...same,
    requests: requests * times,
    call: {
      ...call,
      promptTokens: call.promptTokens * times,
      outputTokens: call.outputTokens * times,
      reasoningTokens: call.reasoningTokens * times,
    },
    split: {
      freshTokens: split.freshTokens * times,
      cachedTokens: split.cachedTokens * times,
      writtenTokens: split.writtenTokens * times,
    },
  };
}

/**
 * Whether the costs certainly rise with the tokens: each call has the same tier and at least as many tokens at each
 * rate. If the band spans a cache minimum or the start of a tier, the costs may fall.
 */
function isRising(low: Bills, expected: Bills, high: Bills): boolean {
  return isAtMost(low, expected) && isAtMost(expected, high);
}

function isAtMost(fewer: Bills, more: Bills): boolean {
  if (fewer === more) return true;
  return fewer.every((a, index) => {
    const b = more[index];
    return (
      b !== undefined &&
      a.tier === b.tier &&
      a.split.freshTokens <= b.split.freshTokens &&
      a.split.cachedTokens <= b.split.cachedTokens &&
      a.split.writtenTokens <= b.split.writtenTokens &&
      a.call.outputTokens <= b.call.outputTokens &&
      a.call.reasoningTokens <= b.call.reasoningTokens
    );
  });
}
