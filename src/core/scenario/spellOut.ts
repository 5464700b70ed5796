import { completeScenario, type FullScenario, type Scenario } from './scenario';

/** Assumptions in exports. `outputTokens` is null if the text is the output: then none are assumed. */
export interface SpeltOut extends Omit<FullScenario, 'outputTokens'> {
  readonly outputTokens: number | null;
}

/** Every assumption, in the order of the exports. */
export function spellOut(scenario: Scenario): SpeltOut {
  const { outputTokens, treatTextAs, ...others } = completeScenario(scenario);
  return { outputTokens: treatTextAs === 'output' ? null : outputTokens, ...others, treatTextAs };
}
