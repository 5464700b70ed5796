import type { Model } from '../pricing/table/priceTable';
import type { FullScenario } from '../scenario/scenario';
import type { TokenCount } from '../tokens/tokenCount';
import { promptTokensOf, rolesOf } from './conversation';
import { longestOf } from './counts/sampled';

/** A call measured against its model's limits. */
export interface ContextFit {
  /** Tokens of the scenario's longest prompt, at the high end of the band. */
  readonly promptTokens: number;
  /** Tokens of its answer, reasoning included. */
  readonly answerTokens: number;
  /** promptTokens / context window; undefined if the window is unknown. */
  readonly share: number | undefined;
  /** (promptTokens + answerTokens) / context window; undefined if the window is unknown. */
  readonly taken: number | undefined;
  /** Whether prompt and answer together fit the context window; true if the window is unknown. */
  readonly fitsWindow: boolean;
  /** Whether the answer is within the model's maximum output; true if the maximum is unknown. */
  readonly fitsAnswer: boolean;
}

/**
 * Measures a call, of several samples that with the longest one, against its model's context window and maximum output.
 *
 * Worked example: 120,000 prompt tokens and 8,000 answer tokens fit a window of 128,000; one token more does not. The
 * share is 120,000 / 128,000.
 */
export function fitContext(model: Model, count: TokenCount, scenario: FullScenario): ContextFit {
  const { contextWindowTokens, maxOutputTokens } = model;
  const { high } = longestOf(count);
  const promptTokens = promptTokensOf(model, high, scenario, scenario.conversationTurns);
  const answerTokens = rolesOf(high, scenario).outputTokens + scenario.reasoningTokens;
  return {
    promptTokens,
    answerTokens,
    share: contextWindowTokens === undefined ? undefined : promptTokens / contextWindowTokens,
    taken:
      contextWindowTokens === undefined
        ? undefined
        : (promptTokens + answerTokens) / contextWindowTokens,
    fitsWindow:
      contextWindowTokens === undefined || promptTokens + answerTokens <= contextWindowTokens,
    fitsAnswer: maxOutputTokens === undefined || answerTokens <= maxOutputTokens,
  };
}

/** A call whose prompt and answer take less of the context window is far from its limit. */
const NEAR_SHARE = 0.5;

/** Whether the share of the context window is worth saying. */
export function isNearLimit({ taken }: Pick<ContextFit, 'taken'>): boolean {
  return taken !== undefined && taken >= NEAR_SHARE;
}

/** Whether a call fits less than another one. */
export function fitsLess(a: ContextFit, b: ContextFit): boolean {
  if (fits(a) !== fits(b)) return !fits(a);
  return a.promptTokens + a.answerTokens > b.promptTokens + b.answerTokens;
}

/** Whether the model's known limits allow the call. */
export function fits({ fitsWindow, fitsAnswer }: ContextFit): boolean {
  return fitsWindow && fitsAnswer;
}
