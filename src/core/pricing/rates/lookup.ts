import { findFactors, STANDARD_TERMS, type AppliedFactor, type Terms } from './factors';
import type { Card, Model, Period, Tier, TimeWindow } from '../table/priceTable';
import type { Rates } from '../table/rateSchema';
import { findWindow, isPastKnownHolidays } from './timeWindow';

/** Why no rates apply; `src/wording/cost.ts` has a sentence for each. */
export type NoRatesReason =
  'notYetSold' | 'unknownFees' | 'noBatch' | 'noServiceTier' | 'noRegional' | 'batchHasNoTiers';

/** The rates that apply to one request, and why. */
export interface ApplicableRates {
  readonly rates: Rates;
  readonly period: Period;
  /** The long-context tier; it applies to the whole request. Undefined: the card's own rates. */
  readonly tier: Tier | undefined;
  /** The hours of the week that have these rates. Undefined: the period's own rates. */
  readonly window: TimeWindow | undefined;
  /** The window does not apply on holidays, and whether the day is one is not known yet. */
  readonly holidayUnknown: boolean;
  readonly factors: readonly AppliedFactor[];
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
 *
 * Nothing applies if the vendor also bills what the model does by itself: Perplexity bills the searches and citations
 * of sonar-deep-research (https://docs.perplexity.ai/getting-started/pricing), whose number depends on the answer.
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
  if (period.unknownFees.length > 0) return { kind: 'none', reason: 'unknownFees' };
  const found = findFactors(period.factors, terms);
  if (found.kind === 'none') return found;
  const window = retired ? undefined : findWindow(period.windows, atMs);
  const holidayUnknown = window !== undefined && isPastKnownHolidays(window, atMs);
  const { factors } = found;
  return { kind: 'card', card: window ?? period, period, window, holidayUnknown, factors, retired };
}

/** The tier for a prompt; undefined: the card's own rates. */
export function findTier({ card }: ApplicableCard, promptTokens: number): Tier | undefined {
  if (card.tiers.length === 0) return undefined;
  return card.tiers.findLast(({ fromPromptTokens }) => fromPromptTokens <= promptTokens);
}

/** The tier of longer prompts whose price is unknown: it has no rates. */
export function unknownTier({ window, period }: ApplicableRates): Tier | undefined {
  return (window ?? period).tiers.find(({ rates }) => Object.keys(rates).length === 0);
}

export function ratesFor(
  { card, period, window, holidayUnknown, factors, retired }: ApplicableCard,
  tier: Tier | undefined,
): ApplicableRates {
  const rates = tier?.rates ?? card.rates;
  return { rates, period, tier, window, holidayUnknown, factors, retired };
}
