import {
  addMoney,
  compareMoney,
  subtractMoney,
  sumKnown,
  ZERO_MONEY,
  type Money,
} from '../pricing/money';
import { exactCount } from '../tokens/tokenCount';
import { mapTexts } from './counts/many';
import { withoutBeside } from './counts/sent';
import { areRequests } from './own/calls';
import { estimateAgain, isTraining, type Estimate } from './estimate';

/** Whether there is no text, and nothing beside it: all of the cost is assumed, and the subject has none of its own. */
export function hasNoText({ contents, beside }: Pick<Estimate, 'contents' | 'beside'>): boolean {
  return contents.every(({ tokens }) => tokens === 0) && !beside;
}

/** Whether a file is priced that is no text, as a picture. */
export function isFile({ texts, beside, calls }: Estimate): boolean {
  return beside !== undefined && !areRequests(calls) && texts.every(({ high }) => high === 0);
}

/**
 * What the texts add to the cost of their calls: the calls with them less the same calls without them. All else, such as
 * the answers, is assumed. Undefined without a price.
 *
 * Worked example: 100 input tokens at 15 and 500 output tokens at 60 USD per million cost 0.0315 USD; without the text
 * 0.03, so the text adds 0.0015.
 */
export function costOfText(estimate: Estimate): Money | undefined {
  const { price } = estimate;
  if (price.kind === 'unpriced') return undefined;
  const without = costWithoutText(estimate);
  const added = without && subtractMoney(price.expected.total, without);
  return added && compareMoney(added, ZERO_MONEY) < 0 ? ZERO_MONEY : added;
}

function costWithoutText(estimate: Estimate): Money | undefined {
  const { texts, calls, shares } = estimate;
  if (shares) {
    const priced = shares.filter((share) => !isTraining(share.estimate.price));
    return sumKnown(priced.map((share) => costWithoutText(share.estimate)));
  }
  const { price } = estimateAgain(estimate, {
    texts: texts.map((count) => mapTexts(count, () => exactCount(0))),
    calls: withoutBeside(calls),
  });
  return price.kind === 'priced' ? price.expected.total : undefined;
}

/** Whether the text adds less than half of the cost; then the number says more about the assumptions than about the text. */
export function isMostlyAssumed(added: Money, total: Money): boolean {
  return compareMoney(addMoney(added, added), total) < 0;
}
