import { addMoney, divideMoney, ZERO_MONEY, type Money } from '../../pricing/money';
import { factorsOn, type AppliedFactor } from '../../pricing/rates/factors';

/**
 * Tokens with the same rate. `amount` includes the factors of the request, `usdPerMillionTokens` does not. Of a mean of
 * samples the tokens need not be a whole number; the amount is exact.
 */
export interface TokenPart {
  readonly name: 'input' | 'cachedInput' | 'cacheWrite' | 'output' | 'reasoning';
  readonly tokens: number;
  readonly usdPerMillionTokens: number;
  readonly amount: Money;
  /** Where the parts of one sum have different factors; absent: those of the price. */
  readonly factors?: readonly AppliedFactor[];
}

/** Fees for requests, in addition to their tokens. */
export interface FeePart {
  readonly name: 'requestFee';
  readonly requests: number;
  readonly usdPerThousandRequests: number;
  readonly amount: Money;
}

export type CostPart = TokenPart | FeePart;

/**
 * The factors between the rate of a part and its amount: tokens × rate × factors = amount. Fees have none.
 *
 * @param ofPrice factors of the price that the part belongs to.
 */
export function factorsOnPart(
  part: CostPart,
  ofPrice: readonly AppliedFactor[],
): readonly AppliedFactor[] {
  return part.name === 'requestFee' ? [] : factorsOn(part.factors ?? ofPrice, part.name);
}

/** Parts that keep their factors beside those of other prices. */
export function withFactors(
  parts: readonly CostPart[],
  factors: readonly AppliedFactor[],
): readonly CostPart[] {
  return parts.map((part) => (part.name === 'requestFee' ? part : { factors, ...part }));
}

/**
 * Adds up parts with the same name, rate and factors, in order of first appearance.
 *
 * Worked example: 100 and 200 input tokens at 1 USD become one part of 300; 50 at 2 USD stay a second part.
 */
export function mergeParts(parts: readonly CostPart[]): readonly CostPart[] {
  const merged = new Map<string, CostPart>();
  for (const part of parts) {
    const key = keyOf(part);
    const before = merged.get(key);
    merged.set(key, before ? addParts(before, part) : part);
  }
  return [...merged.values()];
}

function keyOf(part: CostPart): string {
  if (part.name === 'requestFee') return `${part.name} ${part.usdPerThousandRequests}`;
  const factors = factorsOnPart(part, []).map(
    ({ factor: { numerator, denominator } }) => ` × ${numerator}/${denominator}`,
  );
  return `${part.name} ${part.usdPerMillionTokens}${factors.join('')}`;
}

function addParts(a: CostPart, b: CostPart): CostPart {
  const amount = addMoney(a.amount, b.amount);
  return a.name === 'requestFee' || b.name === 'requestFee'
    ? { ...(a as FeePart), requests: (a as FeePart).requests + (b as FeePart).requests, amount }
    : { ...a, tokens: a.tokens + b.tokens, amount };
}

/** The mean of parts whose sum is known. @param among the number of parts. */
export function dividePart(part: CostPart, among: number): CostPart {
  const amount = divideMoney(part.amount, among);
  return part.name === 'requestFee'
    ? { ...part, requests: part.requests / among, amount }
    : { ...part, tokens: part.tokens / among, amount };
}

/** Whether a part belongs to the answer. The others, fees included, belong to the prompt. */
export function isOutputPart({ name }: CostPart): boolean {
  return name === 'output' || name === 'reasoning';
}

export function sumParts(parts: readonly CostPart[]): Money {
  return parts.reduce((sum, { amount }) => addMoney(sum, amount), ZERO_MONEY);
}
