import { l10n } from 'vscode';
import type { FullScenario } from '../../core/scenario/scenario';
import { showTokens } from './numbers';

// What is priced is one call, or one conversation of several calls: every sentence says which.

type Turns = Pick<FullScenario, 'conversationTurns'>;

export function isConversation({ conversationTurns }: Turns): boolean {
  return conversationTurns > 1;
}

/** "one call", or "one conversation of 20 turns". */
export function describeUnit(scenario: Turns): string {
  return isConversation(scenario)
    ? l10n.t('one conversation of {0} turns', showTokens(scenario.conversationTurns))
    : l10n.t('one call');
}

/** "one call with notes.md", or "one call that writes notes.md" where the text is the answer. */
export function describeCall(what: string, scenario: FullScenario): string {
  const unit = describeUnit(scenario);
  return scenario.treatTextAs === 'output'
    ? l10n.t('{0} that writes {1}', unit, what)
    : l10n.t('{0} with {1}', unit, what);
}

/** The same with the answer that is assumed: "one call with notes.md and 500 output tokens". */
export function describeAssumedCall(what: string, scenario: FullScenario): string {
  const call = describeCall(what, scenario);
  const output = showTokens(scenario.outputTokens);
  if (scenario.treatTextAs === 'output') return call;
  return isConversation(scenario)
    ? l10n.t('{0}, {1} output tokens each', call, output)
    : l10n.t('{0} and {1} output tokens', call, output);
}

/** "2 tokens in, 500 tokens out assumed", in a conversation for each of its turns. */
export function describeInAndOut(tokens: string, scenario: FullScenario): string {
  const inAndOut =
    scenario.treatTextAs === 'output'
      ? l10n.t('{0} out', tokens)
      : l10n.t('{0} in, {1} tokens out assumed', tokens, showTokens(scenario.outputTokens));
  return isConversation(scenario)
    ? l10n.t('{0}, in each of {1} turns', inAndOut, showTokens(scenario.conversationTurns))
    : inAndOut;
}

/** "$0.0412 per call", "$0.83 per conversation". */
export function perCall(amount: string, scenario: Turns): string {
  return isConversation(scenario)
    ? l10n.t('{0} per conversation', amount)
    : l10n.t('{0} per call', amount);
}

/** "1 call a day", "1,000 conversations a day". */
export function callsADay(scenario: FullScenario): string {
  const { callsPerDay } = scenario;
  const number = showTokens(callsPerDay);
  if (isConversation(scenario)) {
    return callsPerDay === 1
      ? l10n.t('{0} conversation a day', number)
      : l10n.t('{0} conversations a day', number);
  }
  return callsPerDay === 1 ? l10n.t('{0} call a day', number) : l10n.t('{0} calls a day', number);
}

/** What each day's later calls cost where the first writes to the cache. */
export function describeLater(cost: string, scenario: Turns): string {
  return isConversation(scenario)
    ? l10n.t('The first conversation of a day writes to the cache; each later one costs {0}.', cost)
    : l10n.t('The first call of a day writes to the cache; each later one costs {0}.', cost);
}

/** As the beginning of a sentence. */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
