import { formatTokens } from '../figures/formats';
import { completeScenario, type FullScenario, type Scenario } from './scenario';

/** The assumptions in plain English, those that are off left out; for exports, which have one language. */
export function describeScenario(scenario: Scenario): readonly string[] {
  const full = completeScenario(scenario);
  const { cacheWrite, conversationTurns: turns } = full;
  return [
    full.treatTextAs === 'output'
      ? 'the text is priced as output'
      : `${counted(full.outputTokens, 'output token')} expected`,
    full.reasoningTokens > 0 && `${counted(full.reasoningTokens, 'reasoning token')} expected`,
    full.cachedShare > 0 && `${percent(full.cachedShare)} of the prompt cached`,
    cacheWrite !== 'none' &&
      `written to the cache by the first call of a day (${cacheWrite} life), read by later ones`,
    full.batch && 'as a batch',
    full.serviceTier !== 'standard' && `service tier ${full.serviceTier}`,
    full.regional && 'processed in a chosen region',
    full.messages > 0 && `${counted(full.messages, 'message')} in the prompt`,
    turns > 1 && `a conversation of ${turns} turns`,
    full.turnInputTokens > 0 && `${counted(full.turnInputTokens, 'token')} added each turn`,
    full.cacheHistory && 'history read from the cache',
    `${counted(full.callsPerDay, turns > 1 ? 'conversation' : 'call')} a day`,
  ].filter((text) => text !== false);
}

/** Assumptions as they leave the program; no output is assumed where the text is the output. */
export interface SpeltOut extends Omit<FullScenario, 'outputTokens'> {
  readonly outputTokens: number | null;
}

/** Every assumption, always in the same order, whatever the order in which they were made. */
export function spellOut(scenario: Scenario): SpeltOut {
  const { outputTokens, treatTextAs, ...others } = completeScenario(scenario);
  return { outputTokens: treatTextAs === 'output' ? null : outputTokens, ...others, treatTextAs };
}

function counted(number: number, noun: string): string {
  return `${formatTokens(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function percent(share: number): string {
  return `${(share * 100).toLocaleString('en-US', { maximumFractionDigits: 1 })} %`;
}
