import { areRequests, withoutAnswers, type OwnAnswers } from '../../core/estimate/own/calls';
import { estimateAgain, type Estimate } from '../../core/estimate/estimate';
import { DAYS_PER_MONTH, projectCost } from '../../core/estimate/projection';
import {
  FIELD_NAMES,
  SCENARIO_FIELDS,
  type Field,
  type FieldName,
} from '../../core/scenario/fields';
import type { PresetId } from '../../core/scenario/presets';
import { completeScenario, type FullScenario, type Scenario } from '../../core/scenario/scenario';
import { aMonth, callsADay, isConversation, outputTokens, perCall, withOwnAnswers } from '../call';
import { describeCost, describeReason, showCost } from '../cost';
import { showNumber, showPercent } from '../numbers';
import { fieldWords } from './fields';
import { counted } from '../language/forms';
import { commas } from '../language/lists';
import type { Words } from '../words';

/** ["300 output tokens", "80% of the prompt cached", "100 calls a day"]; leaves out assumptions that are off. */
export function describeScenario(
  words: Words,
  scenario: Scenario,
  answers: OwnAnswers = 'none',
): readonly string[] {
  const assumed = fieldNotes(words, completeScenario(scenario));
  const output = assumed.outputTokens;
  const notes = { ...assumed, outputTokens: output && withOwnAnswers(words, output, answers) };
  const ofOneCall = FIELD_NAMES.filter((name) => name !== 'callsPerDay');
  return [...ofOneCall, 'callsPerDay' as const]
    .map((name) => notes[name])
    .filter((note) => note !== false);
}

/** A note on each assumption; false if it is off. */
export function fieldNotes(
  words: Words,
  scenario: FullScenario,
): Readonly<Record<FieldName, string | false>> {
  const { l10n } = words;
  const { treatTextAs, reasoningTokens, serviceTier, turnInputTokens } = scenario;
  const number = (value: number): string => showNumber(words, value);
  const isOutput = treatTextAs === 'output';
  return {
    treatTextAs: isOutput && l10n.t('the text is the output'),
    outputTokens: !isOutput && outputTokens(words, scenario.outputTokens),
    reasoningTokens: reasoningTokens > 0 && reasoningNote(words, reasoningTokens),
    cachedShare:
      scenario.cachedShare > 0 &&
      l10n.t('{0} of the prompt cached', showPercent(words, scenario.cachedShare)),
    cacheWrite: cacheWriteNote(words, scenario),
    cacheHours:
      scenario.cacheHours !== 1 &&
      counted(
        words,
        scenario.cacheHours,
        l10n.t('[other]explicit caches kept for {0} hours'),
        number(scenario.cacheHours),
      ),
    batch: scenario.batch && l10n.t('batch'),
    serviceTier: serviceTier !== 'standard' && l10n.t('service tier {0}', serviceTier),
    regional: scenario.regional && l10n.t('regional processing'),
    messages: scenario.messages > 0 && messages(words, scenario.messages),
    conversationTurns:
      isConversation(scenario) &&
      counted(
        words,
        scenario.conversationTurns,
        l10n.t('[other]{0} turns'),
        number(scenario.conversationTurns),
      ),
    turnInputTokens: turnInputTokens > 0 && addedNote(words, turnInputTokens),
    cacheHistory: scenario.cacheHistory && l10n.t('cached history'),
    callsPerDay: callsADay(words, scenario),
  };
}

function reasoningNote(words: Words, tokens: number): string {
  const { l10n } = words;
  const shown = showNumber(words, tokens);
  return counted(
    words,
    tokens,
    l10n.t('[one]{0} reasoning token[other]{0} reasoning tokens'),
    shown,
  );
}

function addedNote(words: Words, tokens: number): string {
  const { l10n } = words;
  const shown = showNumber(words, tokens);
  return counted(
    words,
    tokens,
    l10n.t('[one]{0} token added a turn[other]{0} tokens added a turn'),
    shown,
  );
}

function cacheWriteNote({ l10n }: Words, { cacheWrite }: FullScenario): string | false {
  switch (cacheWrite) {
    case 'none':
      return false;
    case 'short':
      return l10n.t('cache written by the first call of a day (short lifetime)');
    case 'long':
      return l10n.t('cache written by the first call of a day (long lifetime)');
  }
}

function messages(words: Words, count: number): string {
  const { l10n } = words;
  const number = showNumber(words, count);
  return counted(words, count, l10n.t('[one]{0} message[other]{0} messages'), number);
}

export function summarize(words: Words, scenario: FullScenario): string {
  return commas(words, describeScenario(words, scenario));
}

/** As `summarize`, beside the name of a preset, which says the turns: the line has to fit into a list. */
export function describePreset(words: Words, scenario: FullScenario): string {
  const turns = fieldNotes(words, scenario).conversationTurns;
  return commas(
    words,
    describeScenario(words, scenario).filter((note) => note !== turns),
  );
}

/** The title of the step that asks for an assumption. */
export function fieldTitle(words: Words, field: FieldName): string {
  const { l10n } = words;
  return l10n.t('Set Scenario: {0}', fieldWords(words)[field].label);
}

/** The question of a step. */
export function fieldQuestion(words: Words, field: FieldName): string {
  return fieldWords(words)[field].meaning;
}

/** Shown if the typed text is not a value of the field. */
export function fieldHint(words: Words, field: FieldName): string {
  const { l10n } = words;
  const { rule }: Field = SCENARIO_FIELDS[field];
  if (rule.kind !== 'whole') {
    return l10n.t('Type a share from 0% to 100% with its percent sign, such as 25%.');
  }
  const example = rule.most >= 1_000_000 ? 2000 : 4;
  return l10n.t(
    'Type a whole number from {0} to {1}, such as {2}.',
    showNumber(words, rule.least),
    showNumber(words, rule.most),
    showNumber(words, example),
  );
}

/** "prompt.md on OpenAI o1: $0.0412 per call (now $0.0392), $1.24 a month (now $1.18)". */
export function describeEffect(
  words: Words,
  subject: string,
  modelName: string,
  change: string,
): string {
  const { l10n } = words;
  return l10n.t('{0} on {1}: {2}', subject, modelName, change);
}

/** The estimate of the current text, and its scenario. */
export interface CurrentEstimate {
  readonly estimate: Estimate;
  readonly scenario: FullScenario;
}

/** "$0.0412 per call (now $0.0392), $1.24 a month (now $1.18)", or why there is no price. */
export function describeScenarioChange(
  words: Words,
  current: CurrentEstimate,
  scenario: FullScenario,
): string {
  const now = costsUnder(words, current, current.scenario);
  const costs = costsUnder(words, current, scenario);
  return commas(
    words,
    costs.map((cost, index) => withNow(words, cost, now[index])),
  );
}

/** "$0.0412 per call, $1.24 a month", or why there is no price. */
export function describeScenarioCost(
  words: Words,
  current: CurrentEstimate,
  scenario: FullScenario,
): string {
  return commas(
    words,
    costsUnder(words, current, scenario).map(({ sentence }) => sentence),
  );
}

interface Cost {
  readonly per: 'call' | 'conversation' | 'month';
  readonly amount: string;
  readonly sentence: string;
}

function withNow(words: Words, { per, amount, sentence }: Cost, now: Cost | undefined): string {
  if (!now || now.amount === amount) return sentence;
  return besideNow(words, sentence, now.per === per ? now.amount : now.sentence);
}

/** "2,000 (now 500)". */
export function besideNow({ l10n }: Words, changed: string, now: string): string {
  return l10n.t('{0} (now {1})', changed, now);
}

/** The costs of one call or conversation, and of a month. */
function costsUnder(
  words: Words,
  { estimate: current }: CurrentEstimate,
  scenario: FullScenario,
): readonly Cost[] {
  // Who chooses another answer does not want those that requests state.
  const isSameAnswer = scenario.outputTokens === current.scenario.outputTokens;
  const calls = isSameAnswer ? current.calls : withoutAnswers(current.calls);
  const estimate = estimateAgain(current, { scenario, calls });
  const { count } = estimate;
  const amount = describeCost(words, estimate);
  const { price } = estimate;
  if (price.kind === 'unpriced') {
    return [{ per: 'call', amount, sentence: describeReason(words, price.reason) }];
  }
  const month = showCost(words, count, projectCost(price, scenario, DAYS_PER_MONTH).expected);
  return [
    {
      per: isConversation(scenario) ? 'conversation' : 'call',
      amount,
      sentence: perCall(words, amount, { ...scenario, requests: countRequests(estimate) }),
    },
    { per: 'month', amount: month, sentence: aMonth(words, month) },
  ];
}

function countRequests({ calls }: Estimate): number {
  return areRequests(calls) ? calls.length : 0;
}

export function presetName({ l10n }: Words, id: PresetId): string {
  switch (id) {
    case 'question':
      return l10n.t('One question');
    case 'chatTurn':
      return l10n.t('Chat turn');
    case 'conversation':
      return l10n.t('Conversation of 20 turns');
    case 'retrievalAnswer':
      return l10n.t('Retrieval answer');
    case 'batchClassification':
      return l10n.t('Batch classification');
    case 'codeReview':
      return l10n.t('Code review');
  }
}

export function presetDetail({ l10n }: Words, id: PresetId): string {
  switch (id) {
    case 'question':
      return l10n.t('A single answer of usual length, nothing cached.');
    case 'chatTurn':
      return l10n.t('A short answer in a running chat: most of the prompt is cached.');
    case 'conversation':
      return l10n.t(
        'A whole chat in which each turn sends the history again, read from the cache.',
      );
    case 'retrievalAnswer':
      return l10n.t('A short answer from long sources that differ each time, so little is cached.');
    case 'batchClassification':
      return l10n.t('A label of a few tokens for each of many texts, in a batch.');
    case 'codeReview':
      return l10n.t('Long findings after reasoning about new code.');
  }
}
