import { addMoney, ZERO_MONEY, type Money } from '../../pricing/money';
import type { AppliedFactor } from '../../pricing/rates/factors';

/** Tokens with the same rate. `amount` includes the factors of the request, `usdPerMillionTokens` does not. */
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
 * Adds up parts with the same name and rate, in order of first appearance.
 *
 * Worked example: 100 and 200 input tokens at 1 USD become one part of 300; 50 at 2 USD stay a second part.
 */
export function mergeParts(parts: readonly CostPart[]): readonly CostPart[] {
  const merged = new Map<string, CostPart>();
  for (const part of parts) {
    const key = `${part.name} ${rateOf(part)}`;
    const before = merged.get(key);
    merged.set(key, before ? addParts(before, part) : part);
  }
  return [...merged.values()];
}

function rateOf(part: CostPart): number {
  return part.name === 'requestFee' ? part.usdPerThousandRequests : part.usdPerMillionTokens;
}

function addParts(a: CostPart, b: CostPart): CostPart {
  const amount = addMoney(a.amount, b.amount);
  return a.name === 'requestFee' || b.name === 'requestFee'
    ? { ...(a as FeePart), requests: (a as FeePart).requests + (b as FeePart).requests, amount }
    : { ...a, tokens: a.tokens + b.tokens, amount };
}

/** Whether a part belongs to the answer. The others, fees included, belong to the prompt. */
export function isOutputPart({ name }: CostPart): boolean {
  return name === 'output' || name === 'reasoning';
}

export function sumParts(parts: readonly CostPart[]): Money {
  return parts.reduce((sum, { amount }) => addMoney(sum, amount), ZERO_MONEY);
}
