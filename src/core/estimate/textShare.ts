import {
  addMoney,
  compareMoney,
  multiplyMoney,
  subtractMoney,
  ZERO_MONEY,
  type Money,
} from '../pricing/money';
import { exactCount } from '../tokens/tokenCount';
import { estimateCall, type Estimate } from './estimate';

/** Whether there is no text: all of the cost is assumed, and the subject has none of its own. */
export function hasNoText({ count }: Pick<Estimate, 'count'>): boolean {
  return count.tokens === 0;
}

/**
 * What the texts add to the cost of their calls: the calls with them less the same calls without them. All else, such as
 * the answers, is assumed. Undefined without a price.
 *
 * Worked example: 100 input tokens at 15 and 500 output tokens at 60 USD per million cost 0.0315 USD; without the text
 * 0.03, so the text adds 0.0015.
 */
export function costOfText(estimate: Estimate): Money | undefined {
  const { model, counts, scenario, atMs, price } = estimate;
  if (price.kind === 'unpriced') return undefined;
  const without = estimateCall(model, exactCount(0), scenario, atMs).price;
  if (without.kind === 'unpriced') return undefined;
  const calls = { numerator: BigInt(counts.length), denominator: 1n };
  const added = subtractMoney(price.expected.total, multiplyMoney(without.expected.total, calls));
  return compareMoney(added, ZERO_MONEY) < 0 ? ZERO_MONEY : added;
}

/** Whether the text adds less than half of the cost; then the number says more about the assumptions than about the text. */
export function isMostlyAssumed(added: Money, total: Money): boolean {
  return compareMoney(addMoney(added, added), total) < 0;
}
