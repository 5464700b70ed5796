import type { Fraction } from '../money';
import type { Factor, Factors } from '../table/priceTable';
import type { FactorName } from '../table/schema';

/** Ways of asking for an answer that some vendors price apart; `standard` is what everybody sells. */
export const SERVICE_TIERS = ['standard', 'flex', 'fast', 'priority', 'ultrafast'] as const;

export type ServiceTier = (typeof SERVICE_TIERS)[number];

/** How a request is made, as far as it changes the price. */
export interface Terms {
  readonly batch: boolean;
  readonly serviceTier: ServiceTier;
  /** Processed in a region of the customer's choice. */
  readonly regional: boolean;
}

export const STANDARD_TERMS: Terms = { batch: false, serviceTier: 'standard', regional: false };

/** A factor that applies, and which one it is. */
export interface AppliedFactor {
  readonly name: FactorName;
  readonly factor: Factor;
}

export type FactorSearch =
  | {
      readonly kind: 'factors';
      readonly factors: readonly AppliedFactor[];
      readonly factor: Fraction;
    }
  | {
      readonly kind: 'none';
      readonly reason: 'noBatch' | 'noServiceTier' | 'noRegional' | 'batchHasNoTiers';
    };

const ONE: Fraction = { numerator: 1n, denominator: 1n };

/**
 * The factors on every token rate for a kind of request; they multiply with each other and with the
 * long-context tier. OpenAI: "Batch costs 50% of Standard rates. Fast mode costs twice the Standard rate
 * for the same context length" (https://developers.openai.com/api/docs/models/gpt-6.2-sol); regional
 * processing adds 10% (https://developers.openai.com/api/docs/models/gpt-6-luna). Fees for each request
 * are not multiplied: no vendor words it so.
 *
 * Worked example: gpt-6-luna, 300,000 prompt tokens, batch in a region: the tier's 0.20 x 1/2 x 11/10 =
 * 0.11 USD per million tokens of input.
 *
 * A kind that the table does not know for the model gives a reason instead of the standard price. Batch
 * is a tier of its own everywhere, so batch with another tier is no request that can be made.
 */
export function findFactors(known: Factors, terms: Terms): FactorSearch {
  const { batch, serviceTier, regional } = terms;
  if (batch && serviceTier !== 'standard') return { kind: 'none', reason: 'batchHasNoTiers' };
  const factors: AppliedFactor[] = [];
  if (batch) {
    if (!known.batch) return { kind: 'none', reason: 'noBatch' };
    factors.push({ name: 'batch', factor: known.batch });
  }
  if (serviceTier !== 'standard') {
    const factor = known[serviceTier];
    if (!factor) return { kind: 'none', reason: 'noServiceTier' };
    factors.push({ name: serviceTier, factor });
  }
  if (regional) {
    if (!known.regional) return { kind: 'none', reason: 'noRegional' };
    factors.push({ name: 'regional', factor: known.regional });
  }
  return { kind: 'factors', factors, factor: factors.reduce(multiply, ONE) };
}

function multiply(product: Fraction, { factor }: AppliedFactor): Fraction {
  return {
    numerator: product.numerator * factor.numerator,
    denominator: product.denominator * factor.denominator,
  };
}
