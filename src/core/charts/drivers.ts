import type { Priced } from '../estimate/estimate';
import type { CostPart } from '../estimate/cost/parts';
import { moneyRatio, type Money } from '../pricing/money';
import type { PartName } from './partNames';
import { stackParts } from './partStack';

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
  const share = (amount: Money): number => moneyRatio(amount, expected.total) ?? 0;
  return stackParts(expected)
    .map(({ part, parts, amount, from, to }) => ({
      part,
      amount,
      units: parts.reduce((sum, each) => sum + unitsOf(each), 0),
      share: share(amount),
      from: share(from),
      to: share(to),
    }))
    .filter((driver) => driver.share > 0);
}

function unitsOf(part: CostPart): number {
  return part.name === 'requestFee' ? part.requests : part.tokens;
}

/** The part that costs most; the first of equal ones. */
export function mainDriver(drivers: readonly Driver[]): Driver | undefined {
  return drivers.toSorted((a, b) => b.share - a.share)[0];
}
