import type { Headline } from '../core/estimate/headline';
import type { Estimate } from '../core/estimate/estimate';
import { timesMark, timesOf } from '../core/estimate/ranking';
import { visibleText } from '../core/figures/visibleText';
import type { Model } from '../core/pricing/table/priceTable';
import type { Scenario } from '../core/scenario/scenario';
import { NO_BUDGETS, overrunsOf, type Budgets } from '../core/estimate/budget';
import { hasNoText } from '../core/estimate/textShare';
import { describeUnit, forEachFile, unitWithoutText } from './call';
import { describeRates, isAboutEqual } from './comparison';
import { describeCost, describeReason, showCost } from './cost';
import { describeAccuracy, describeBand, estimatedCount, showRange } from './count';
import { noLongerSold, yourModel } from './marks';
import { showMoney, showMultiple, showNumber, showRate, showRatio } from './numbers';
import { factorsOf } from './price';
import type { NamedSubject } from './subject';
import { describeWarnings, noText } from './views/readout';
import { counted } from './language/forms';
import type { Words } from './words';

/** "GPT-4o", or "GPT-4o (azure/gpt-4o)" if another model has the same name. */
export function shortName(model: Model, models: readonly Model[]): string {
  const isUnique = models.every((other) => other.id === model.id || other.name !== model.name);
  return visibleText(isUnique ? model.name : `${model.name} (${model.id})`);
}

/** The data of the report's headline. */
export interface HeadlineFacts {
  readonly headline: Headline;
  readonly models: readonly Model[];
  readonly scenario: Scenario;
}

/** "DeepSeek R1 costs 1/27.3 of what o1 costs for this call." */
export function describeHeadline(
  words: Words,
  facts: HeadlineFacts,
  subject: NamedSubject,
): string {
  const { l10n } = words;
  const { headline, models, scenario } = facts;
  const { cheapest, baseline, ratio } = headline;
  const turns = scenario.conversationTurns ?? 1;
  const unit =
    cheapest && hasNoText(cheapest)
      ? unitWithoutText(words, { conversationTurns: turns })
      : headlineUnit(words, subject, turns);
  if (!cheapest) return l10n.t('No model that can be bought at a known price fits {0}.', unit);
  const name = shortName(cheapest.model, models);
  if (!baseline || baseline === cheapest || baseline.price.kind === 'unpriced') {
    return l10n.t('{0} is the cheapest that fits {1}.', name, unit);
  }
  const other = baseline.shares ? yourModels(words) : shortName(baseline.model, models);
  if (ratio === undefined) return l10n.t('{0} is free for {1}.', name, unit);
  if (ratio < 1) {
    return l10n.t('{0} costs less than {1}, the cheapest that fits, for {2}.', other, name, unit);
  }
  if (isAboutEqual(words, ratio)) {
    return l10n.t('{0} costs about as much as {1} for {2}.', name, other, unit);
  }
  const part = timesMark(cheapest, baseline) + showRatio(words, 1 / ratio);
  return l10n.t('{0} costs {1} of what {2} costs for {3}.', name, part, other, unit);
}

/** "this call", "this conversation", "one call for each file". */
function headlineUnit(
  words: Words,
  { kind, count, isTogether = false }: NamedSubject,
  turns: number,
): string {
  const { l10n } = words;
  if (kind === 'files' && count > 1 && !isTogether) {
    return forEachFile(words, describeUnit(words, { conversationTurns: turns }));
  }
  if (kind === 'requests' && count > 1) {
    return counted(words, count, l10n.t('[other]these {0} requests'), showNumber(words, count));
  }
  return turns > 1 ? l10n.t('this conversation') : l10n.t('this call');
}

/** In a sentence: the user's model, and those that texts name. */
function yourModels({ l10n }: Words): string {
  return l10n.t('your choice of models');
}

export type HeadlineLabel =
  | 'section'
  | 'cheapest'
  | 'yours'
  | 'yoursEach'
  | 'compareWith'
  | 'compareHint'
  | 'unknown'
  | 'choose';

export function headlineLabel(words: Words, label: HeadlineLabel): string {
  const { l10n } = words;
  switch (label) {
    case 'section':
      return l10n.t('The answer');
    case 'cheapest':
      return l10n.t('Cheapest');
    case 'yours':
      return yourModel(words);
    case 'yoursEach':
      return l10n.t('Your models');
    case 'compareWith':
      return l10n.t('Compare costs with');
    case 'compareHint':
      return l10n.t(
        'The sentence above and "Compared" in the table measure against this: 2× is twice the cost, 1/2× half of it. Your model stays as it is.',
      );
    case 'unknown':
      return l10n.t('not in the price table');
    case 'choose':
      return l10n.t('Choose');
  }
}

/** "Your model (GPT-6 Sol)", as a choice that follows the user's model. */
export function yourModelOf(words: Words, { yours, current }: Headline): string {
  const { l10n } = words;
  if (current?.shares) return headlineLabel(words, 'yoursEach');
  return yours ? l10n.t('Your model ({0})', visibleText(yours.model.name)) : yourModel(words);
}

/** "12 models found". */
export function modelsFound(words: Words, models: number): string {
  const { l10n } = words;
  const number = showNumber(words, models);
  return counted(words, models, l10n.t('[one]{0} model found[other]{0} models found'), number);
}

/** Why a cheaper model may be missing. @param models that have no price under these assumptions. */
export function leftOutNote(words: Words, models: number): string {
  const { l10n } = words;
  return counted(
    words,
    models,
    l10n.t(
      '[one]One more model has no price under these assumptions; it may cost less.[other]{0} more models have no price under these assumptions; one of them may cost less.',
    ),
    showNumber(words, models),
  );
}

/** The name of the button that makes a model the user's. */
export function chooseAsMine({ l10n }: Words, name: string): string {
  return l10n.t('Choose {0} as my model', name);
}

/** "$2.50 in, $10.00 out per million tokens × 1/2 (Batch)": why a model costs what it does; "" without a price. */
export function describeRatesOf(words: Words, { price, counts }: Estimate): string {
  const { l10n } = words;
  if (price.kind === 'unpriced') return '';
  const { rates, factors, tier } = price.applied;
  const { input = 0, output } = rates;
  const perMillion =
    output === undefined
      ? l10n.t('{0} in per million tokens', showRate(words, input))
      : describeRates(words, input, output);
  const shown = perMillion + factorsOf(words, factors);
  // The rates of several texts are those of the longest; shorter ones may be below its tier.
  const isOfAll =
    !tier || counts.length === 1 || counts.every(({ high }) => high >= tier.fromPromptTokens);
  return isOfAll
    ? shown
    : l10n.t('{0} for the longest of {1}', shown, showNumber(words, counts.length));
}

/**
 * "1/1.5 of your cost", "1/114 of your cost", "≈2.5× your cost": costs that stand in a list have one form, as the column
 * of the table; a share among fractions would be a second one. Undefined if either has no price, or is free.
 */
export function describePart(
  words: Words,
  estimate: Estimate,
  yours: Estimate | undefined,
): string | undefined {
  const { l10n } = words;
  const times = yours && timesOf(estimate, yours);
  if (times === undefined || times === 0) return undefined;
  const isPart = times < 1 && !isAboutEqual(words, times);
  const shown = timesMark(estimate, yours) + showMultiple(words, times, isPart ? '' : '×');
  return isPart ? l10n.t('{0} of your cost', shown) : l10n.t('{0} your cost', shown);
}

/** The figure of the user's model: "$0.0123", or "No text" as in the status bar. */
export function describeAnswer(words: Words, estimate: Estimate): string {
  return hasNoText(estimate) ? noText(words) : describeCost(words, estimate);
}

/** The line below it: its tokens, then as `describeFigure`; without a text only what stands in the way of the call. */
export function describeBelowAnswer(
  words: Words,
  estimate: Estimate,
  budgets = NO_BUDGETS,
): string {
  if (hasNoText(estimate)) return hindrances(words, estimate, budgets).join(' · ');
  const tokens = describeBand(words, estimate.count);
  return [tokens, describeFigure(words, estimate, budgets)].join(' · ');
}

/**
 * The line below a figure: the budgets that it exceeds; why the call cannot be made; its range, the accuracy of the
 * count, the cost of later calls, or why there is no price.
 */
export function describeFigure(words: Words, estimate: Estimate, budgets = NO_BUDGETS): string {
  return [...hindrances(words, estimate, budgets), describeAmount(words, estimate)].join(' · ');
}

function hindrances(words: Words, estimate: Estimate, budgets: Budgets): readonly string[] {
  const { price, scenario } = estimate;
  const isRetired = price.kind === 'priced' && price.applied.retired;
  const overruns = overrunsOf(estimate, budgets);
  return [
    ...describeWarnings(words, estimate, overruns, scenario),
    ...(isRetired ? [noLongerSold(words)] : []),
  ];
}

/** Of exact counts, one that is only near-exact decides. */
function leastAccurate({ model, shares = [] }: Estimate): Model {
  const models = shares.map(({ estimate }) => estimate.model);
  const near = models.find(({ tokenizer }) => tokenizer.accuracy === 'near-exact');
  return near ?? models[0] ?? model;
}

function describeAmount(words: Words, estimate: Estimate): string {
  const { count, price } = estimate;
  const { l10n } = words;
  if (price.kind === 'unpriced') return describeReason(words, price.reason);
  const { low, high, later } = price;
  if (later) {
    const cost = showCost(words, count, later.expected.total);
    return l10n.t('first of the day; each later one {0}', cost);
  }
  if (count.method === 'exact') return describeAccuracy(words, leastAccurate(estimate));
  const [least, most] = [showMoney(words, low), showMoney(words, high)];
  return least === most ? estimatedCount(words) : showRange(words, least, most);
}
