import { promptTokensOf, rolesOf } from './conversation';
import type { Estimate } from './estimate';
import { completeScenario } from '../scenario/scenario';

/** How much of a model's context a call takes. */
export interface ContextFit {
  /** Tokens of the longest prompt of the scenario, at the high end of the band. */
  readonly promptTokens: number;
  /** Tokens of the answer to it, reasoning included. */
  readonly answerTokens: number;
  /** The longest prompt as a share of the context window; undefined where the window is not known. */
  readonly share: number | undefined;
  /** Whether prompt and answer together fit the context window, as far as it is known. */
  readonly fitsWindow: boolean;
  /** Whether the answer is within the model's longest one, as far as that is known. */
  readonly fitsAnswer: boolean;
}

/**
 * Measures a call against its model's context window and longest answer.
 *
 * Worked example: 120,000 prompt tokens and 8,000 answer tokens take exactly a window of 128,000; one
 * token more does not fit. The prompt's share of the window is 120,000 / 128,000.
 */
export function fitContext({ model, count, scenario }: Estimate): ContextFit {
  const { contextWindowTokens, maxOutputTokens } = model;
  const full = completeScenario(scenario);
  const promptTokens = promptTokensOf(model, count.high, full, full.conversationTurns);
  const answerTokens = rolesOf(count.high, full).outputTokens + full.reasoningTokens;
  return {
    promptTokens,
    answerTokens,
    share: contextWindowTokens === undefined ? undefined : promptTokens / contextWindowTokens,
    fitsWindow:
      contextWindowTokens === undefined || promptTokens + answerTokens <= contextWindowTokens,
    fitsAnswer: maxOutputTokens === undefined || answerTokens <= maxOutputTokens,
  };
}

/** Whether a call can be made at all, as far as the model's limits are known. */
export function fits({ fitsWindow, fitsAnswer }: ContextFit): boolean {
  return fitsWindow && fitsAnswer;
}
