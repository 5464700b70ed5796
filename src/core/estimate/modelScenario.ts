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
    'outputTokens' | 'reasoningTokens' | 'messages' | 'conversationTurns' | 'batch'
  >
> {
  /** What is sent beside the text; `sentOn` adds its tokens to those of the text. */
  readonly beside?: Beside;
}

/** The scenario of a call that says something of itself. Thousands of requests share a few objects. */
export function scenarioOfEach(
  model: Model,
  scenario: FullScenario,
): (own: OwnCall | undefined) => FullScenario {
  const known = new Map<OwnCall, FullScenario>();
  return (own) => {
    if (!own) return scenario;
    const { beside: _, ...stated } = own;
    const of = known.get(own) ?? scenarioFor(model, { ...scenario, ...stated });
    known.set(own, of);
    return of;
  };
}
