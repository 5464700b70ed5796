import { compareMoney, subtractMoney, type Money } from '../pricing/money';
import type { Estimate } from './estimate';

/** The difference that an edit makes to the cost of a call. */
export interface Change {
  /** Negative if the text has become shorter. */
  readonly tokens: number;
  /** Undefined if either estimate has no price. */
  readonly cost: { readonly sign: -1 | 0 | 1; readonly amount: Money } | undefined;
}

/**
 * The difference between two estimates with the same model and scenario.
 *
 * Worked example: from 100 to 412 tokens at 3 USD per million input tokens: +312 tokens, +0.000936 USD.
 */
export function changeBetween(before: Estimate, after: Estimate): Change {
  const tokens = after.count.tokens - before.count.tokens;
  if (before.price.kind === 'unpriced' || after.price.kind === 'unpriced') {
    return { tokens, cost: undefined };
  }
  const [a, b] = [before.price.expected.total, after.price.expected.total];
  const order = compareMoney(b, a);
  const sign = order > 0 ? 1 : order < 0 ? -1 : 0;
  return { tokens, cost: { sign, amount: sign < 0 ? subtractMoney(a, b) : subtractMoney(b, a) } };
}
