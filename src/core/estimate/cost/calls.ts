import { ratesFor, type ApplicableCard, type ApplicableRates } from '../../pricing/rates/lookup';
import type { PromptSplit } from '../../pricing/rates/promptSplit';
import type { Model, Tier } from '../../pricing/table/priceTable';
import { addToBill, newBill, partsOf, type Bill } from './bill';
import { billCall, type BilledCall, type CallTokens } from './call';
import { findMissingRate } from './missingRate';
import { mergeParts, type CostPart } from './parts';
import type { NoPriceReason, Unpriced } from './unpriced';

/** The price of several requests. */
export interface PricedCalls {
  readonly kind: 'cost';
  /** Rates of the last request. */
  readonly applied: ApplicableRates;
  /** The last request's prompt. */
  readonly split: PromptSplit;
  readonly parts: readonly CostPart[];
}

/**
 * Prices requests that have the same time and terms: tokens × rate × factor for each part.
 *
 * Reasoning is billed as output (DeepSeek: "output tokens of deepseek-reasoner include all tokens from
 * CoT and the final answer, and they are priced equally",
 * https://api-docs.deepseek.com/quick_start/pricing-details-usd; Google: "output price (including
 * thinking tokens)") unless the card has a reasoning rate, as for Perplexity's sonar-deep-research
 * (https://docs.perplexity.ai/getting-started/pricing).
 *
 * Worked example: sonar-deep-research at 2 / 8, reasoning 3, with 1,000 prompt, 500 output and 10,000
 * reasoning tokens: 0.002 + 0.004 + 0.03 = 0.036 USD.
 */
export function priceCalls(
  model: Model,
  calls: readonly CallTokens[],
  card: ApplicableCard,
): PricedCalls | Unpriced {
  const sum = new CallSum(model, card);
  let last: BilledCall | undefined;
  for (const call of calls) {
    last = billCall(model, call, card);
    const reason = sum.add(last);
    if (reason) return { kind: 'unpriced', reason };
  }
  if (!last) throw new RangeError('no call to price');
  const { split, tier } = last;
  return { kind: 'cost', applied: ratesFor(card, tier), split, parts: sum.parts() };
}

/**
 * The cost of requests that have the same time and terms. Adds tokens with the same rates before pricing them: the
 * amount is the same, because money is exact, and it is faster.
 */
export class CallSum {
  readonly #model: Model;
  readonly #card: ApplicableCard;
  readonly #bills = new Map<Tier | undefined, Bill>();
  /** Of requests whose answer has the rate of their reasoning. */
  readonly #reasonedBills = new Map<Tier | undefined, Bill>();

  constructor(model: Model, card: ApplicableCard) {
    this.#model = model;
    this.#card = card;
  }

  /** Adds requests, or returns the reason if they have no price. */
  add(billed: BilledCall): NoPriceReason | undefined {
    const { call, tier } = billed;
    const isReasoned = isAnswerReasoned(this.#card, call);
    const bills = isReasoned ? this.#reasonedBills : this.#bills;
    const known = bills.get(tier);
    const applied = ratesFor(this.#card, tier);
    const bill = known ?? newBill(this.#model, applied, call.cacheWrite, isReasoned);
    const reason = findMissingRate(bill, billed);
    if (reason) return reason;
    if (!known) bills.set(tier, bill);
    addToBill(bill, billed);
    return undefined;
  }

  /** One part for each kind of token and rate. */
  parts(): readonly CostPart[] {
    const bills = [...this.#bills.values(), ...this.#reasonedBills.values()];
    const parts = bills.flatMap(partsOf);
    // The parts of one bill differ in their names.
    return bills.length > 1 ? mergeParts(parts) : parts;
  }
}

/**
 * Whether the answer has the rate of the reasoning before it. Google billed the whole answer of the first previews of
 * Gemini 2.5 Flash at 3.50 when they thought (https://ai.google.dev/gemini-api/docs/pricing), and Alibaba that of
 * qwen-plus (https://www.alibabacloud.com/help/en/model-studio/models).
 *
 * Worked example: 0.15 / 0.60, reasoning 3.50. 500 tokens of output cost 500 × 0.60 = 0.0003 USD; after 1,000 tokens of
 * reasoning, they cost 500 × 3.50 = 0.00175 USD.
 */
function isAnswerReasoned({ period }: ApplicableCard, { reasoningTokens }: CallTokens): boolean {
  return reasoningTokens > 0 && period.answerAtReasoningRate === true;
}
