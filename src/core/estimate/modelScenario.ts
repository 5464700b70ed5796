import type { Model } from '../pricing/table/priceTable';
import type { FullScenario } from '../scenario/scenario';
import type { Beside } from './counts/beside';

/**
 * The scenario as it applies to a model. Embeddings and rerankers read a text and write none, so they have one call and
 * no output. A text that is itself the output stays so, and has no price there.
 *
 * Worked example: 1,000 tokens with 500 output tokens assumed on text-embedding-3-small at 0.02 USD per million cost
 * 0.00002 USD.
 */
export function scenarioFor({ kind }: Model, scenario: FullScenario): FullScenario {
  if (kind === 'text' || scenario.treatTextAs === 'output') return scenario;
  return { ...scenario, outputTokens: 0, reasoningTokens: 0, conversationTurns: 1 };
}

/** What a request says of its own call, in place of the user's assumptions. */
export interface OwnCall extends Partial<
  Pick<
    FullScenario,
    | 'outputTokens'
    | 'reasoningTokens'
    | 'messages'
    | 'conversationTurns'
    | 'turnInputTokens'
    | 'serviceTier'
    | 'batch'
  >
> {
  /** Answers to the one prompt; absent: 1. */
  readonly answers?: number;
  /** What is sent beside the text; `sentOn` adds its tokens to those of the text. */
  readonly beside?: Beside;
}

type ScenarioOf = (own: OwnCall | undefined) => FullScenario;

/**
 * The scenario of a call that says something of itself; its output is that of all answers. Thousands of requests share a
 * few objects.
 *
 * Worked example: 2 answers of at most 100 tokens are 200 output tokens.
 */
export function scenarioOfEach(model: Model, scenario: FullScenario): ScenarioOf {
  return known((own) => {
    const { answers = 1, beside: _, ...assumed } = own;
    const one = scenarioFor(model, { ...scenario, ...assumed });
    const { outputTokens, reasoningTokens } = one;
    return answers === 1
      ? one
      : {
          ...one,
          outputTokens: answers * outputTokens,
          reasoningTokens: answers * reasoningTokens,
        };
  }, scenario);
}

/** The same with one answer: each has the context window and the maximum output to itself. */
export function scenarioOfOneAnswer(model: Model, scenario: FullScenario): ScenarioOf {
  const scenarioOf = scenarioOfEach(model, scenario);
  return known((own) => scenarioOf({ ...own, answers: 1 }), scenario);
}

function known(make: (own: OwnCall) => FullScenario, scenario: FullScenario): ScenarioOf {
  const scenarios = new Map<OwnCall, FullScenario>();
  return (own) => {
    if (!own) return scenario;
    const of = scenarios.get(own) ?? make(own);
    scenarios.set(own, of);
    return of;
  };
}
