import type { Fraction } from '../money';
import { findFactors, STANDARD_TERMS, type AppliedFactor, type Terms } from './factors';
import type { Card, Model, Period, Tier, TimeWindow } from '../table/priceTable';
import type { Rates } from '../table/schema';
import { findWindow } from './timeWindow';

/** Why no rates apply, as a code that a view turns into a sentence. */
export type NoRatesReason =
  'notYetSold' | 'noBatch' | 'noServiceTier' | 'noRegional' | 'batchHasNoTiers';

/** The rates that apply to one request, and why. */
export interface ApplicableRates {
  readonly rates: Rates;
  readonly period: Period;
  /** The long-context tier that applies to the whole request, if one does. */
  readonly tier: Tier | undefined;
  /** The hours of the week that the request falls in, if they have rates of their own. */
  readonly window: TimeWindow | undefined;
  /** What the request's kind multiplies every rate with, and the product of all. */
  readonly factors: readonly AppliedFactor[];
  readonly factor: Fraction;
  /** The model is no longer sold: these are its last rates. */
  readonly retired: boolean;
}

export type RateLookup =
  | ({ readonly kind: 'rates' } & ApplicableRates)
  | { readonly kind: 'none'; readonly reason: NoRatesReason };

/** What applies to requests of any length at a time: all but the long-context tier. */
export interface ApplicableCard extends Omit<ApplicableRates, 'rates' | 'tier'> {
  readonly kind: 'card';
  readonly card: Card;
}

/**
 * The rates for a prompt of so many tokens at a time. A long-context tier reprices the whole request,
 * input, cached input and output alike: Google, OpenAI, xAI and Anthropic all word it so (facts with
 * sources in the price table's documentation).
 *
 * Worked example: a tier from 200,001 prompt tokens. A prompt of 200,000 tokens has the base rates;
 * one of 200,001 pays the tier's rates for each of its tokens and for its output.
 *
 * @param atMs milliseconds since 1970.
 * @param promptTokens tokens of the whole prompt, cached or not; output never counts toward a tier.
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
 * The card of a time. A model that is no longer sold keeps the standard card of its last period: its
 * discount hours are over.
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

/** The tier of a prompt's length; undefined: the card's own rates. */
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
