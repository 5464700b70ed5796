import { env, l10n } from 'vscode';
import { estimateCall } from '../../core/estimate/estimate';
import { DAYS_PER_MONTH, projectCost } from '../../core/estimate/projection';
import { SCENARIO_FIELDS } from '../../core/scenario/parse';
import type { FullScenario } from '../../core/scenario/scenario';
import type { AskedField } from '../../core/scenario/dialog';
import { estimateMark } from '../../core/tokens/tokenCount';
import { callsADay, isConversation, perCall } from '../wording/call';
import type { ReadyReadout } from '../live/nextReady';
import { showMoney, showTokens } from '../wording/numbers';
import { plainText } from '../../core/figures/plainText';
import { describeReason, describeSubject, formatCost } from '../wording/sentences';

/** The name of an assumption, as the title of the step that asks for it. */
export function fieldTitle(field: AskedField): string {
  switch (field) {
    case 'outputTokens':
      return l10n.t('Output Tokens');
    case 'reasoningTokens':
      return l10n.t('Reasoning Tokens');
    case 'cachedShare':
      return l10n.t('Cached Share');
    case 'batch':
      return l10n.t('Batch');
    case 'callsPerDay':
      return l10n.t('Calls per Day');
    case 'messages':
      return l10n.t('Message Overhead');
  }
}

/** What is to be typed or chosen. */
export function fieldQuestion(field: AskedField): string {
  switch (field) {
    case 'outputTokens':
      return l10n.t('Tokens that the model is expected to write in one call');
    case 'reasoningTokens':
      return l10n.t('Hidden tokens that it thinks before each answer');
    case 'cachedShare':
      return l10n.t('Share of the prompt that is read from the cache');
    case 'batch':
      return l10n.t('Are the calls made in a batch, which some vendors sell cheaper?');
    case 'callsPerDay':
      return l10n.t('Such calls, or conversations, each day');
    case 'messages':
      return l10n.t('Chat messages that the prompt is made of, which some vendors bill tokens for');
  }
}

/** What to do about a text that is no value of the field. */
export function fieldHint(field: AskedField): string {
  const { rule } = SCENARIO_FIELDS[field];
  if (rule.kind !== 'whole') {
    return l10n.t('Type a share from 0% to 100% with its percent sign, such as 25%.');
  }
  const example = field === 'messages' ? 4 : 2000;
  return l10n.t(
    'Type a whole number from {0} to {1}, such as {2}.',
    showTokens(rule.least),
    showTokens(rule.most),
    showTokens(example),
  );
}

/** "300 output tokens, 80% of the prompt cached, 100 calls a day": what differs from a plain call. */
export function summarize(scenario: FullScenario): string {
  const { cacheWrite, conversationTurns: turns, serviceTier } = scenario;
  const parts = [
    scenario.treatTextAs === 'output'
      ? l10n.t('the text as the answer')
      : l10n.t('{0} output tokens', showTokens(scenario.outputTokens)),
    scenario.reasoningTokens > 0 &&
      l10n.t('{0} reasoning tokens', showTokens(scenario.reasoningTokens)),
    scenario.cachedShare > 0 && l10n.t('{0} of the prompt cached', percent(scenario.cachedShare)),
    cacheWrite !== 'none' && l10n.t('cache written ({0})', cacheWrite),
    scenario.batch && l10n.t('as a batch'),
    serviceTier !== 'standard' && l10n.t('service tier {0}', serviceTier),
    scenario.regional && l10n.t('in a chosen region'),
    scenario.messages > 0 && l10n.t('{0} messages', showTokens(scenario.messages)),
    turns > 1 && l10n.t('{0} turns', showTokens(turns)),
    scenario.turnInputTokens > 0 &&
      l10n.t('{0} tokens added each turn', showTokens(scenario.turnInputTokens)),
    scenario.cacheHistory && l10n.t('history cached'),
    callsADay(scenario),
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** "prompt.md on openai/o1: $0.0412 per call (now $0.0392), $1.24 a month (now $1.18)". */
export function describeEffect(ready: ReadyReadout, scenario: FullScenario): string {
  const { subject, result } = ready;
  const what = plainText(describeSubject(subject));
  const model = plainText(result.model.id);
  return l10n.t('{0} on {1}: {2}', what, model, describeChange(ready, scenario));
}

/** "$0.0412 per call (now $0.0392), $1.24 a month (now $1.18)", or why there is no price. */
export function describeChange(ready: ReadyReadout, scenario: FullScenario): string {
  const now = costsUnder(ready, ready.result.settings.scenario);
  return costsUnder(ready, scenario)
    .map((cost, index) => withNow(cost, now[index]))
    .join(', ');
}

/** "$0.0412 per call, $1.24 a month", or why there is no price. */
export function describeCost(ready: ReadyReadout, scenario: FullScenario): string {
  return costsUnder(ready, scenario)
    .map(({ sentence }) => sentence)
    .join(', ');
}

interface Cost {
  readonly per: 'call' | 'conversation' | 'month';
  readonly amount: string;
  readonly sentence: string;
}

function withNow({ per, amount, sentence }: Cost, now: Cost | undefined): string {
  if (!now || now.amount === amount) return sentence;
  return l10n.t('{0} (now {1})', sentence, now.per === per ? now.amount : now.sentence);
}

/** Of one call, or of one conversation, and of a month. */
function costsUnder({ result }: ReadyReadout, scenario: FullScenario): readonly Cost[] {
  const { settings, atMs } = result;
  const { model, count } = result.estimate(result.model);
  const estimate = estimateCall(model, count, scenario, atMs);
  const amount = formatCost(estimate, settings);
  const { price } = estimate;
  if (price.kind === 'unpriced') {
    return [{ per: 'call', amount, sentence: describeReason(price.reason) }];
  }
  const { expected } = projectCost(price, scenario, DAYS_PER_MONTH);
  const month = estimateMark(count) + showMoney(expected, settings.currency);
  return [
    {
      per: isConversation(scenario) ? 'conversation' : 'call',
      amount,
      sentence: perCall(amount, scenario),
    },
    { per: 'month', amount: month, sentence: l10n.t('{0} a month', month) },
  ];
}

function percent(share: number): string {
  return share.toLocaleString(env.language, { style: 'percent', maximumFractionDigits: 10 });
}
