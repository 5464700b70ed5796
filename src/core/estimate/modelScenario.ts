import type { Model } from '../pricing/table/priceTable';
import type { FullScenario } from '../scenario/scenario';

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
