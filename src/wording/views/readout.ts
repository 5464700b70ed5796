import type { Overrun } from '../../core/estimate/budget';
import type { Change } from '../../core/estimate/change';
import { isNearLimit } from '../../core/estimate/contextFit';
import type { Estimate, Priced } from '../../core/estimate/estimate';
import { areRequests } from '../../core/estimate/own/calls';
import { costOfText, hasNoText, isFile, isMostlyAssumed } from '../../core/estimate/textShare';
import type { Period } from '../../core/pricing/table/priceTable';
import type { FullScenario } from '../../core/scenario/scenario';
import { estimateMark, type TokenCount } from '../../core/tokens/tokenCount';
import { aMonth, describeCall, describeInAndOut, describeUnit, outputTokens } from '../call';
import { describeMisfits, type FittedTexts } from '../comparison';
import { describeCost, describeReason, showCost } from '../cost';
import { describeTokens, tokensOf } from '../count';
import { idOfModels, nameOfModels } from '../models/names';
import { copied, describeMarks, oldPriceOn, type PriceAge } from '../marks';
import { showConversion, showMoney, showNumber, showShare } from '../numbers';
import { nameWithoutText } from '../subject';
import { describeOrigin, describeTrust, priceOf } from '../trust';
import { counted } from '../language/forms';
import { commas, sentences } from '../language/lists';
import { capitalize, type Done, type Words } from '../words';

// The status bar item, its tooltip and the line that it copies.

/** The readout for a screen reader: "API Spend: one call with notes.md costs $0.0123 on o1, 734 tokens. Note: …". */
export function describeEstimate(
  words: Words,
  subject: string,
  estimate: Estimate,
  scenario: FullScenario,
  age: PriceAge,
  warnings: readonly string[],
): string {
  const { l10n } = words;
  const { model, count, price } = estimate;
  if (price.kind === 'unpriced') {
    const reason = describeReason(words, price.reason);
    const tokens = describeTokens(words, count);
    return withNote(words, l10n.t('API Spend: {0}, {1}. {2}', subject, tokens, reason), warnings);
  }
  const told = hasNoText(estimate)
    ? [l10n.t('API Spend: {0}, {1}.', subject, model.name), emptyText(words, price, scenario)]
    : [
        describeCostOf(words, callOf(words, subject, estimate, scenario), estimate, price),
        ...splitOf(words, estimate, price),
      ];
  const marks = describeMarks(words, estimate, age);
  const notes = [...warnings, ...marks, ...showConversion(words)];
  return withNote(words, sentences(words, told), notes);
}

/** Requests are named with their number already. */
function callOf(
  words: Words,
  subject: string,
  { calls }: Estimate,
  scenario: FullScenario,
): string {
  return calls.length > 1 ? subject : describeCall(words, subject, scenario);
}

function describeCostOf(
  words: Words,
  call: string,
  estimate: Estimate,
  { expected }: Priced,
): string {
  const { l10n } = words;
  const { count, calls } = estimate;
  const name = nameOfModels(words, estimate);
  const tokens = describeTokens(words, { ...count, method: 'exact' });
  const cost = showMoney(words, expected.total);
  const isAbout = count.method === 'estimated';
  if (calls.length > 1)
    return isAbout
      ? l10n.t('API Spend: {0} cost about {1} on {2}, about {3}.', call, cost, name, tokens)
      : l10n.t('API Spend: {0} cost {1} on {2}, {3}.', call, cost, name, tokens);
  return isAbout
    ? l10n.t('API Spend: {0} costs about {1} on {2}, about {3}.', call, cost, name, tokens)
    : l10n.t('API Spend: {0} costs {1} on {2}, {3}.', call, cost, name, tokens);
}

/**
 * What has to be known before the number is read, as at most one sentence: that the text is empty, or that most of the
 * cost is assumed.
 */
export function describeSplit(words: Words, estimate: Estimate): readonly string[] {
  const { price, scenario } = estimate;
  if (price.kind === 'unpriced') return [];
  return hasNoText(estimate)
    ? [emptyText(words, price, scenario)]
    : splitOf(words, estimate, price);
}

/** "$0.00525, of it $0.000246 for this text; the rest is assumed."; empty where the text is half of the cost or more. */
function splitOf(words: Words, estimate: Estimate, { expected }: Priced): readonly string[] {
  const { l10n } = words;
  const { count, calls } = estimate;
  // Requests state their answers; the table of the parts has what is sent and what is answered.
  if (areRequests(calls)) return [];
  const added = costOfText(estimate);
  if (!added || !isMostlyAssumed(added, expected.total)) return [];
  const total = showCost(words, count, expected.total);
  const ofText = showCost(words, count, added);
  if (isFile(estimate))
    return [l10n.t('{0}, of it {1} for this file; the rest is assumed.', total, ofText)];
  return [
    estimate.counts.length > 1
      ? l10n.t('{0}, of it {1} for the texts of the files; the rest is assumed.', total, ofText)
      : l10n.t('{0}, of it {1} for this text; the rest is assumed.', total, ofText),
  ];
}

/** "The text is empty and has no cost of its own until you write in it. One call with 500 output tokens would cost $0.00500." */
function emptyText(words: Words, { expected }: Priced, scenario: FullScenario): string {
  const { l10n } = words;
  if (expected.total.numerator === 0n)
    return l10n.t('The text is empty and has no cost until you write in it.');
  return l10n.t(
    'The text is empty and has no cost of its own until you write in it. {0} with {1} would cost {2}.',
    capitalize(words, describeUnit(words, scenario)),
    outputTokens(words, scenario.outputTokens),
    showMoney(words, expected.total),
  );
}

function withNote(words: Words, sentence: string, marks: readonly string[]): string {
  const { l10n } = words;
  return marks.length === 0 ? sentence : l10n.t('{0} Note: {1}.', sentence, commas(words, marks));
}

/** One line for the clipboard, with the trust and the day of the price, and all warnings. */
export function describeCopy(
  words: Words,
  subject: string,
  estimate: Estimate,
  scenario: FullScenario,
  age: PriceAge,
): string {
  const { l10n } = words;
  const { count, price } = estimate;
  const tokens = areRequests(estimate.calls)
    ? describeTokens(words, count)
    : describeInAndOut(words, describeTokens(words, count), scenario);
  const cost = describeCost(words, estimate);
  const marks = [...describeMisfits(words, estimate), ...describeMarks(words, estimate, age)];
  const name = hasNoText(estimate) ? nameWithoutText(words, subject) : subject;
  return commas(words, [
    l10n.t('{0}: {1} on {2} ({3})', name, cost, idOfModels(words, estimate), tokens),
    ...(price.kind === 'priced' && !estimate.shares
      ? originOf(words, price.applied.period, marks)
      : []),
    ...showConversion(words),
    ...marks,
  ]);
}

/** How the price is known, and its day unless a mark names it; empty for the user's own price. */
function originOf(words: Words, period: Period, marks: readonly string[]): readonly string[] {
  const isDated = marks.includes(oldPriceOn(words, period.source));
  const origin = isDated ? describeTrust(words, period) : describeOrigin(words, period);
  return origin === '' ? [] : [priceOf(words, origin)];
}

/** A sentence for each limit of the model and each budget that the call exceeds. */
export function describeWarnings(
  words: Words,
  estimate: FittedTexts & Pick<Estimate, 'count'>,
  overruns: readonly Overrun[],
  scenario: FullScenario,
): readonly string[] {
  return [
    ...describeMisfits(words, estimate),
    ...overruns.map((overrun) => describeOverrun(words, overrun, estimate.count, scenario)),
  ];
}

/** "a call is $0.01 over the budget of $0.05". */
export function describeOverrun(
  words: Words,
  { of, budget, cost, excess }: Overrun,
  count: TokenCount,
  scenario: FullScenario,
): string {
  const { l10n } = words;
  const most = showMoney(words, budget);
  const more = showCost(words, count, excess);
  const what =
    of === 'perCall' ? describeUnit(words, scenario) : aMonth(words, showCost(words, count, cost));
  return l10n.t('{0} is {1} over the budget of {2}', what, more, most);
}

/** "+312 tokens, +$0.000936 since last save". */
export function describeChange(words: Words, { tokens, cost }: Change, count: TokenCount): string {
  const { l10n } = words;
  const mark = estimateMark(count);
  const size = Math.abs(tokens);
  const changed = tokensOf(words, size, mark + signOf(tokens) + showNumber(words, size));
  if (!cost) return l10n.t('{0} since last save', changed);
  const amount = mark + signOf(cost.sign) + showMoney(words, cost.amount);
  return l10n.t('{0}, {1} since last save', changed, amount);
}

function signOf(value: number): string {
  if (value === 0) return '±';
  return value > 0 ? '+' : '−';
}

/** "Prompt and answer: 150,500 of 200,000 tokens, …"; undefined far from the limit, or if it is unknown. */
export function describeContext(words: Words, { model, count, fit }: Estimate): string | undefined {
  const { l10n } = words;
  const { contextWindowTokens: window } = model;
  if (window === undefined || !isNearLimit(fit)) return undefined;
  const taken = fit.promptTokens + fit.answerTokens;
  const [shown, most] = [showNumber(words, taken), showNumber(words, window)];
  const share = showShare(words, taken / window);
  const forms =
    count.method === 'exact'
      ? l10n.t('[other]Prompt and answer: {0} of {1} tokens, {2} of the context window.')
      : l10n.t('[other]Prompt and answer: up to {0} of {1} tokens, {2} of the context window.');
  return counted(words, window, forms, shown, most, share);
}

export function estimateCopied(words: Words): Done {
  const { l10n } = words;
  return { short: copied(words), sentence: l10n.t('API Spend: estimate copied') };
}

/** Shown in place of the cost of an empty text. */
export function noText({ l10n }: Words): string {
  return l10n.t('No text');
}

/** "118 tokens selected". */
export function selectedTokens({ l10n }: Words, tokens: string): string {
  return l10n.t('{0} selected', tokens);
}

/** Says that the number beside it is of the selection. */
export function selectionMark({ l10n }: Words): string {
  return l10n.t('selection');
}

/** "report tries $0.000287": beside the cost under the saved assumptions. */
export function reportTries({ l10n }: Words, cost: string): string {
  return l10n.t('report tries {0}', cost);
}

/** After the command that hides the item. */
export function itemHidden({ l10n }: Words): string {
  return l10n.t(
    'API Spend is hidden in the status bar. "API Spend: Show or Hide Status Bar Item with the Cost" in the Command Palette shows it again.',
  );
}

/** The button beside `itemHidden`. */
export function showItemAgain({ l10n }: Words): string {
  return l10n.t('Show Again');
}

/** Shown in place of a cost if a setting is invalid or a file cannot be read. */
export function noCost({ l10n }: Words): string {
  return l10n.t('API Spend: no cost');
}

export function counting({ l10n }: Words): string {
  return l10n.t('Counting…');
}

/** @param isShown whether the cost of the text before the last change is still visible. */
export function describeCountingOf({ l10n }: Words, name: string, isShown: boolean): string {
  const message = l10n.t('API Spend is counting {0}.', name);
  return isShown ? l10n.t('{0} The cost shown is from before the last change.', message) : message;
}
