import type { FullScenario } from '../core/scenario/scenario';
import type { OwnAnswers } from '../core/estimate/own/calls';
import { tokensOf } from './count';
import { countOfRequests, requestsIn } from './views/requestCount';
import { showNumber } from './numbers';
import { counted } from './language/forms';
import { semicolons } from './language/lists';
import type { Words } from './words';

// Every price is of one call, or of one conversation of several calls; the sentences say which.

type Turns = Pick<FullScenario, 'conversationTurns'> & Requests;

/** Requests of a file, each of which is a call as it stands there. */
interface Requests {
  readonly requests?: number | undefined;
  readonly ownAnswers?: OwnAnswers;
}

/** "500 output tokens, or the longest answer that each names". */
export function withOwnAnswers({ l10n }: Words, assumed: string, ownAnswers: OwnAnswers): string {
  switch (ownAnswers) {
    case 'none':
      return assumed;
    case 'some':
      return l10n.t('{0}, or the longest answer that each names', assumed);
    case 'all':
      return l10n.t('the longest answer that each names');
    case 'zero':
      return l10n.t('no answer');
  }
}

function areRequests({ requests = 0 }: Requests): boolean {
  return requests > 1;
}

export function isConversation({ conversationTurns }: Turns): boolean {
  return conversationTurns > 1;
}

/** "one call", "one conversation of 20 turns", or "1,000 requests". */
export function describeUnit(words: Words, scenario: Turns): string {
  const { l10n } = words;
  const { requests = 0 } = scenario;
  if (areRequests(scenario)) return countOfRequests(words, requests);
  return isConversation(scenario)
    ? counted(
        words,
        scenario.conversationTurns,
        l10n.t('[other]one conversation of {0} turns'),
        showNumber(words, scenario.conversationTurns),
      )
    : l10n.t('one call');
}

/** "one call for each file". */
export function forEachFile({ l10n }: Words, calls: string): string {
  return l10n.t('{0} for each file', calls);
}

/** "a call without a text": what an empty text can be compared by. */
export function unitWithoutText({ l10n }: Words, scenario: Turns): string {
  return isConversation(scenario)
    ? l10n.t('a conversation without a text')
    : l10n.t('a call without a text');
}

/** "one call with notes.md", "one call that writes notes.md" if the text is the answer, "12 requests in a.jsonl". */
export function describeCall(
  words: Words,
  subject: string,
  scenario: FullScenario & Requests,
): string {
  const { l10n } = words;
  const { requests = 0 } = scenario;
  const unit = describeUnit(words, scenario);
  if (areRequests(scenario)) return requestsIn(words, requests, subject);
  return scenario.treatTextAs === 'output'
    ? l10n.t('{0} that writes {1}', unit, subject)
    : unitWith(words, unit, subject);
}

/** "one call with notes.md", "1,000 requests in a.jsonl with 500 output tokens each". */
export function unitWith({ l10n }: Words, unit: string, sent: string): string {
  return l10n.t('{0} with {1}', unit, sent);
}

/** "one call with notes.md and 500 output tokens". */
export function describeAssumedCall(
  words: Words,
  subject: string,
  scenario: FullScenario & Requests,
): string {
  const { l10n } = words;
  const call = describeCall(words, subject, scenario);
  if (scenario.treatTextAs === 'output') return call;
  const { ownAnswers = 'none' } = scenario;
  const output = withOwnAnswers(words, outputTokens(words, scenario.outputTokens), ownAnswers);
  if (ownAnswers !== 'none') return semicolons(words, [call, output]);
  return isConversation(scenario) || areRequests(scenario)
    ? l10n.t('{0}, {1} each', call, output)
    : l10n.t('{0} and {1}', call, output);
}

/** "500 output tokens". @param mark "≈" before an estimated number. */
export function outputTokens(words: Words, tokens: number, mark = ''): string {
  const { l10n } = words;
  const shown = mark + showNumber(words, tokens);
  return counted(words, tokens, l10n.t('[one]{0} output token[other]{0} output tokens'), shown);
}

/** The heading of the most tokens that an answer can have. */
export function longestAnswer({ l10n }: Words): string {
  return l10n.t('Longest answer');
}

/** "2 tokens in, 500 tokens out assumed", "2 tokens in, 500 tokens out assumed, in each of 20 turns". */
export function describeInAndOut(words: Words, tokens: string, scenario: FullScenario): string {
  const { l10n } = words;
  const { outputTokens: output, conversationTurns: turns, treatTextAs } = scenario;
  const inAndOut =
    treatTextAs === 'output'
      ? l10n.t('{0} out', tokens)
      : l10n.t(
          '{0} in, {1} out assumed',
          tokens,
          tokensOf(words, output, showNumber(words, output)),
        );
  return isConversation(scenario)
    ? counted(
        words,
        turns,
        l10n.t('[other]{0}, in each of {1} turns'),
        inAndOut,
        showNumber(words, turns),
      )
    : inAndOut;
}

/** "$0.0412 per call", "$0.83 per conversation", "$2.51 for 1,000 requests". */
export function perCall(words: Words, amount: string, scenario: Turns): string {
  const { l10n } = words;
  if (areRequests(scenario)) return l10n.t('{0} for {1}', amount, describeUnit(words, scenario));
  return isConversation(scenario)
    ? l10n.t('{0} per conversation', amount)
    : l10n.t('{0} per call', amount);
}

/** "1 call a day", "1,000 conversations a day". @param mark "≈" before an estimated number. */
export function callsADay(words: Words, scenario: FullScenario, mark = ''): string {
  const { l10n } = words;
  const { callsPerDay } = scenario;
  const number = mark + showNumber(words, callsPerDay);
  if (isConversation(scenario)) {
    const forms = l10n.t('[one]{0} conversation a day[other]{0} conversations a day');
    return counted(words, callsPerDay, forms, number);
  }
  return counted(words, callsPerDay, l10n.t('[one]{0} call a day[other]{0} calls a day'), number);
}

/** "one call for each of 12 files in src". */
export function callsOnFiles({ l10n }: Words, files: string, isConversations: boolean): string {
  return isConversations
    ? l10n.t('one conversation for each of {0}', files)
    : l10n.t('one call for each of {0}', files);
}

/** "$1.24 a day". */
export function aDay({ l10n }: Words, amount: string): string {
  return l10n.t('{0} a day', amount);
}

/** "$37.20 a month". */
export function aMonth({ l10n }: Words, amount: string): string {
  return l10n.t('{0} a month', amount);
}

/** The cost of later calls, if the first call of a day writes to the cache. */
export function describeLater({ l10n }: Words, cost: string, scenario: Turns): string {
  return isConversation(scenario)
    ? l10n.t('The first conversation of a day writes to the cache; each later one costs {0}.', cost)
    : l10n.t('The first call of a day writes to the cache; each later one costs {0}.', cost);
}

/** `describeLater` as a note: "each later call of a day $0.0016". */
export function laterNote({ l10n }: Words, cost: string, scenario: Turns): string {
  return isConversation(scenario)
    ? l10n.t('each later conversation of a day {0}', cost)
    : l10n.t('each later call of a day {0}', cost);
}
