import type { CostPart } from '../estimate/cost/parts';
import { addMoney, ZERO_MONEY, type Money } from '../pricing/money';
import { PART_NAMES, type PartName } from './partNames';

/** All of a cost that is of one part, which may have several rates, and the cost below and up to it. */
export interface StackedPart {
  readonly part: PartName;
  readonly parts: readonly CostPart[];
  readonly amount: Money;
  readonly from: Money;
  readonly to: Money;
}

/** The parts of a cost in stacking order, end to end from 0; those that cost nothing are left out. */
export function stackParts({
  parts: all,
}: {
  readonly parts: readonly CostPart[];
}): readonly StackedPart[] {
  const stacked: StackedPart[] = [];
  let from = ZERO_MONEY;
  for (const part of PART_NAMES) {
    const parts = all.filter(({ name }) => name === part);
    const amount = parts.reduce((sum, each) => addMoney(sum, each.amount), ZERO_MONEY);
    if (amount.numerator === 0n) continue;
    const to = addMoney(from, amount);
    stacked.push({ part, parts, amount, from, to });
    from = to;
  }
  return stacked;
}
