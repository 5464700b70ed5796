import { findTier, lookUpCard } from '../../pricing/rates/lookup';
import type { Tier } from '../../pricing/table/priceTable';
import { termsOf } from '../../scenario/scenario';
import { promptTokensOf } from '../conversation';
import { samplesOf } from '../counts/sampled';
import type { Estimate } from '../estimate';

/** A limit that one call with a text exceeds. */
export interface Edge {
  /** `window`: prompt and answer do not fit. `tier`: the prompt has the rates of long ones. */
  readonly kind: 'window' | 'tier';
  /** The most tokens below the edge: of prompt and answer for a window, of the prompt for a tier. */
  readonly tokens: number;
  /**
   * The count that exceeds it: the high end of its band, so that the call surely fits or has a price; the expected one
   * where only the rates change, as in the price.
   */
  readonly measure: 'high' | 'tokens';
  /** Tokens of the text that are too many. */
  readonly excess: number;
}

/**
 * What stands in the way of a call with one text, of several samples with the longest: the context window, else the
 * long-context tier that applies.
 *
 * Worked example: 250,000 tokens of text on a model with a tier from 200,001 prompt tokens: the most is 200,000, and
 * 50,000 are too many.
 */
export function edgeAbove(estimate: Estimate): Edge | undefined {
  if (estimate.scenario.treatTextAs === 'output' || estimate.counts.length !== 1) return undefined;
  return windowAbove(estimate) ?? tierAbove(estimate);
}

function windowAbove({ model, fit }: Estimate): Edge | undefined {
  const { contextWindowTokens } = model;
  if (fit.fitsWindow || contextWindowTokens === undefined) return undefined;
  const excess = fit.promptTokens + fit.answerTokens - contextWindowTokens;
  return { kind: 'window', tokens: contextWindowTokens, measure: 'high', excess };
}

function tierAbove(estimate: Estimate): Edge | undefined {
  const { model, counts, scenario, price } = estimate;
  const measure = price.kind === 'unpriced' ? 'high' : 'tokens';
  const tokens = Math.max(...counts.flatMap(samplesOf).map((count) => count[measure]));
  const prompt = promptTokensOf(model, tokens, scenario, scenario.conversationTurns);
  const tier = tierAt(estimate, prompt);
  if (!tier) return undefined;
  const most = tier.fromPromptTokens - 1;
  return { kind: 'tier', tokens: most, measure, excess: prompt - most };
}

function tierAt({ model, atMs, scenario }: Estimate, promptTokens: number): Tier | undefined {
  const card = lookUpCard(model, atMs, termsOf(scenario));
  return card.kind === 'none' ? undefined : findTier(card, promptTokens);
}
