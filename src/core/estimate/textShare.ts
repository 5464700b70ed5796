import { addMoney, compareMoney, subtractMoney, ZERO_MONEY, type Money } from '../pricing/money';
import { exactCount } from '../tokens/tokenCount';
import { estimateAgain, type Estimate } from './estimate';

/**
 * What the texts add to the cost of their calls: the calls with them less the same calls without them. All else, such as
 * the answers, is assumed. Undefined without a price.
 *
 * Worked example: 100 input tokens at 15 and 500 output tokens at 60 USD per million cost 0.0315 USD; without the text
 * 0.03, so the text adds 0.0015.
 */
export function costOfText(estimate: Estimate): Money | undefined {
  const { counts, price } = estimate;
  if (price.kind === 'unpriced') return undefined;
  const without = estimateAgain(estimate, { counts: counts.map(() => exactCount(0)) }).price;
  if (without.kind === 'unpriced') return undefined;
  const added = subtractMoney(price.expected.total, without.expected.total);
  return compareMoney(added, ZERO_MONEY) < 0 ? ZERO_MONEY : added;
}

/** Whether the text adds less than half of the cost; then the number says more about the assumptions than about the text. */
export function isMostlyAssumed(added: Money, total: Money): boolean {
  return compareMoney(addMoney(added, added), total) < 0;
}
