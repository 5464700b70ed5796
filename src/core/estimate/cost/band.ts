import { addMoney, compareMoney, divideMoney, sumMoney, type Money } from '../../pricing/money';
import { dividePart, isOutputPart, mergeParts, sumParts, type CostPart } from './parts';

/** The cost of a scenario's requests: total = input + output = the sum of the parts. */
export interface CallCost {
  /** Fresh input, cached input, cache writes and fees for requests. */
  readonly input: Money;
  /** Output and reasoning. */
  readonly output: Money;
  readonly total: Money;
  /** One for each kind of token and rate. */
  readonly parts: readonly CostPart[];
}

/** A cost over the band of its token count. */
export interface CostBand {
  readonly expected: CallCost;
  /** The least cost at the low, expected and high number of tokens. */
  readonly low: Money;
  /** The highest of the three. Below a cache minimum, fewer tokens can cost more. */
  readonly high: Money;
}

export function costOfParts(parts: readonly CostPart[]): CallCost {
  const input = sumParts(parts.filter((part) => !isOutputPart(part)));
  const output = sumParts(parts.filter(isOutputPart));
  return { input, output, total: addMoney(input, output), parts };
}

export function isSameBand(a: CostBand, b: CostBand): boolean {
  return (
    compareMoney(a.expected.total, b.expected.total) === 0 &&
    compareMoney(a.low, b.low) === 0 &&
    compareMoney(a.high, b.high) === 0
  );
}

/** The mean of costs whose sum is known. @param among the number of costs. */
export function divideBand(sum: CostBand, among: number): CostBand {
  if (among === 1) return sum;
  return {
    expected: costOfParts(sum.expected.parts.map((part) => dividePart(part, among))),
    low: divideMoney(sum.low, among),
    high: divideMoney(sum.high, among),
  };
}

export function sumBands(bands: readonly CostBand[]): CostBand {
  return {
    expected: costOfParts(mergeParts(bands.flatMap(({ expected }) => expected.parts))),
    low: sumMoney(bands.map(({ low }) => low)),
    high: sumMoney(bands.map(({ high }) => high)),
  };
}
