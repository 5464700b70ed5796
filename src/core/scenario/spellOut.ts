import { completeScenario, type FullScenario, type Scenario } from './scenario';

/** The assumptions as exports show them. `outputTokens` is null if the text is the output. */
export interface SpeltOut extends Omit<FullScenario, 'outputTokens'> {
  readonly outputTokens: number | null;
}

/** All assumptions, defaults included, in the order of the exports. */
export function spellOut(scenario: Scenario): SpeltOut {
  const { outputTokens, treatTextAs, ...others } = completeScenario(scenario);
  return { outputTokens: treatTextAs === 'output' ? null : outputTokens, ...others, treatTextAs };
}
