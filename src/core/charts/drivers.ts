import type { Priced } from '../estimate/estimate';
import { addMoney, moneyRatio, ZERO_MONEY, type Money } from '../pricing/money';
import { PART_NAMES, type PartName } from './partNames';

/** One part of a cost, which may have several rates. */
export interface Driver {
  readonly part: PartName;
  readonly amount: Money;
  /** Tokens of the part; requests of a fee. */
  readonly units: number;
  /** Of the whole cost, 0 to 1. */
  readonly share: number;
  /** Its place in a bar of the whole cost, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of the expected cost in stacking order, end to end in a bar of length 1. Parts that cost nothing are left
 * out; a free call has none.
 *
 * Worked example: 1,000 input tokens at 15 and 500 output tokens at 60 USD per million are 0.015 and 0.03 USD, a third
 * and two thirds of the bar.
 */
export function layOutDrivers({ expected }: Pick<Priced, 'expected'>): readonly Driver[] {
  const drivers: Driver[] = [];
  let sum = ZERO_MONEY;
  for (const part of PART_NAMES) {
    const parts = expected.parts.filter(({ name }) => name === part);
    const amount = parts.reduce((total, each) => addMoney(total, each.amount), ZERO_MONEY);
    const share = moneyRatio(amount, expected.total) ?? 0;
    if (share === 0) continue;
    const from = moneyRatio(sum, expected.total) ?? 0;
    sum = addMoney(sum, amount);
    const to = moneyRatio(sum, expected.total) ?? 0;
    const units = parts.reduce(
      (total, each) => total + (each.name === 'requestFee' ? each.requests : each.tokens),
      0,
    );
    drivers.push({ part, amount, units, share, from, to });
  }
  return drivers;
}

/** The part that costs most; the first of equal ones. */
export function mainDriver(drivers: readonly Driver[]): Driver | undefined {
  return drivers.toSorted((a, b) => b.share - a.share)[0];
}
