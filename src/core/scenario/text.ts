import { completeScenario, type FullScenario, type Scenario } from './scenario';

/** Assumptions as they leave the program; no output is assumed where the text is the output. */
export interface SpeltOut extends Omit<FullScenario, 'outputTokens'> {
  readonly outputTokens: number | null;
}

/** Every assumption, always in the same order, whatever the order in which they were made. */
export function spellOut(scenario: Scenario): SpeltOut {
  const { outputTokens, treatTextAs, ...others } = completeScenario(scenario);
  return { outputTokens: treatTextAs === 'output' ? null : outputTokens, ...others, treatTextAs };
}
