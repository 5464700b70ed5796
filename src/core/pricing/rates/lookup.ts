import type { Fraction } from '../money';
import { findFactors, STANDARD_TERMS, type AppliedFactor, type Terms } from './factors';
import type { Card, Model, Period, Tier, TimeWindow } from '../table/priceTable';
import type { Rates } from '../table/schema';
import { findWindow } from './timeWindow';

/** Why no rates apply; `src/wording/cost.ts` has a sentence for each. */
export type NoRatesReason =
  'notYetSold' | 'noBatch' | 'noServiceTier' | 'noRegional' | 'batchHasNoTiers';

/** The rates that apply to one request, and why. */
export interface ApplicableRates {
  readonly rates: Rates;
  readonly period: Period;
  /** The long-context tier; it applies to the whole request. Undefined: the card's own rates. */
  readonly tier: Tier | undefined;
  /** The hours of the week that have these rates. Undefined: the period's own rates. */
  readonly window: TimeWindow | undefined;
  /** The factors on every rate, and their product. */
  readonly factors: readonly AppliedFactor[];
  readonly factor: Fraction;
  /** The model is no longer sold; these are its last rates. */
  readonly retired: boolean;
}

export type RateLookup =
  | ({ readonly kind: 'rates' } & ApplicableRates)
  | { readonly kind: 'none'; readonly reason: NoRatesReason };

/** What applies to requests of any length: everything but the long-context tier. */
export interface ApplicableCard extends Omit<ApplicableRates, 'rates' | 'tier'> {
  readonly kind: 'card';
  readonly card: Card;
}

/**
 * The rates for a prompt at a time. A long-context tier reprices the whole request: input, cached input and output.
 * Google, OpenAI, xAI and Anthropic all do so (docs/pricing.md).
 *
 * Worked example: a tier from 200,001 prompt tokens. A request with 200,000 prompt tokens has the base rates; one
 * with 200,001 has the tier's rates for all of its prompt and output tokens.
 *
 * @param atMs milliseconds since 1970.
 * @param promptTokens tokens of the whole prompt, cached or not. Output tokens do not count.
 */
export function lookUpRates(
  model: Model,
  atMs: number,
  promptTokens: number,
  terms: Terms = STANDARD_TERMS,
): RateLookup {
  const applicable = lookUpCard(model, atMs, terms);
  if (applicable.kind === 'none') return applicable;
  return { kind: 'rates', ...ratesFor(applicable, findTier(applicable, promptTokens)) };
}

/**
 * The card that applies at a time. A model that is no longer sold keeps the card of its last period, without the
 * windows.
 */
export function lookUpCard(
  model: Model,
  atMs: number,
  terms: Terms,
): ApplicableCard | { readonly kind: 'none'; readonly reason: NoRatesReason } {
  const [first] = model.periods;
  if (atMs < first.fromMs) return { kind: 'none', reason: 'notYetSold' };
  const last = model.periods.at(-1) ?? first;
  const retired = atMs >= last.toMs;
  const period = retired
    ? last
    : (model.periods.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs) ?? last);
  const found = findFactors(period.factors, terms);
  if (found.kind === 'none') return found;
  const window = retired ? undefined : findWindow(period.windows, atMs);
  const { factors, factor } = found;
  return { kind: 'card', card: window ?? period, period, window, factors, factor, retired };
}

/** The tier for a prompt; undefined: the card's own rates. */
export function findTier({ card }: ApplicableCard, promptTokens: number): Tier | undefined {
  if (card.tiers.length === 0) return undefined;
  return card.tiers.findLast(({ fromPromptTokens }) => fromPromptTokens <= promptTokens);
}

export function ratesFor(
  { card, period, window, factors, factor, retired }: ApplicableCard,
  tier: Tier | undefined,
): ApplicableRates {
  return { rates: tier?.rates ?? card.rates, period, tier, window, factors, factor, retired };
}
