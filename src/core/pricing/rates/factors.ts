import type { Fraction } from '../money';
import type { AppliedFactorName, Factor, Factors } from '../table/priceTable';
import type { RateName } from '../table/rateSchema';

/**
 * Service tiers with prices of their own at some vendors. Every vendor sells `standard`. `fast` is what Google, AWS and
 * xAI call Priority, and OpenAI until 2026-07-30 (https://openai.com/api-fast-mode/).
 */
export const SERVICE_TIERS = ['standard', 'flex', 'fast', 'ultrafast'] as const;

export type ServiceTier = (typeof SERVICE_TIERS)[number];

/** The terms of a request that change its price. */
export interface Terms {
  readonly batch: boolean;
  readonly serviceTier: ServiceTier;
  /** Processed in a region of the customer's choice. */
  readonly regional: boolean;
}

export const STANDARD_TERMS: Terms = { batch: false, serviceTier: 'standard', regional: false };

export interface AppliedFactor {
  readonly name: AppliedFactorName;
  readonly factor: Factor;
}

export type FactorSearch =
  | { readonly kind: 'factors'; readonly factors: readonly AppliedFactor[] }
  | {
      readonly kind: 'none';
      readonly reason: 'noBatch' | 'noServiceTier' | 'noRegional' | 'batchHasNoTiers';
    };

const ONE: Fraction = { numerator: 1n, denominator: 1n };

/**
 * The factors on the token rates under the given terms. They multiply with each other and with the rates of a
 * long-context tier. OpenAI: "Batch costs 50% of Standard rates. Fast mode costs twice the Standard rate
 * for the same context length" (https://developers.openai.com/api/docs/models/gpt-6.2-sol); regional
 * processing adds 10% (https://developers.openai.com/api/docs/models/gpt-6-luna). They do not apply to fees for
 * requests: no vendor says so.
 *
 * Worked example: gpt-6-luna, 300,000 prompt tokens, batch in a region: the tier's 0.20 × 1/2 × 11/10 = 0.11 USD per
 * million input tokens.
 *
 * The team's discount applies under all terms: 0.85 on gpt-6-luna in a batch is 0.10 × 85/100 × 1/2 = 0.0425 USD.
 *
 * Without a factor for a term, the result is a reason, not the standard price. No vendor offers batch with another
 * service tier.
 */
export function findFactors(known: Factors, terms: Terms): FactorSearch {
  const { batch, serviceTier, regional } = terms;
  if (batch && serviceTier !== 'standard') return { kind: 'none', reason: 'batchHasNoTiers' };
  const factors: AppliedFactor[] = [];
  if (known.discount) factors.push({ name: 'discount', factor: known.discount });
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
  return { kind: 'factors', factors };
}

/** The factors that apply to a rate. */
export function factorsOn(
  factors: readonly AppliedFactor[],
  rate: RateName,
): readonly AppliedFactor[] {
  return factors.filter(({ factor }) => !factor.exceptRates?.some((each) => each === rate));
}

/**
 * The product of the factors that apply to a rate. Google does not halve cached input in a batch: "the cached tokens
 * are priced the same as for non-batch API traffic" (https://ai.google.dev/gemini-api/docs/batch-api).
 *
 * Worked example: gemini-3.1-pro-preview in a batch: input 2 × 1/2 = 1, cached input 0.20.
 */
export function factorOn(factors: readonly AppliedFactor[], rate: RateName): Fraction {
  return factorsOn(factors, rate).reduce(multiply, ONE);
}

function multiply(product: Fraction, { factor }: AppliedFactor): Fraction {
  return {
    numerator: product.numerator * factor.numerator,
    denominator: product.denominator * factor.denominator,
  };
}
