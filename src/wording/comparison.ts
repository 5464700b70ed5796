import { isNearLimit } from '../core/estimate/contextFit';
import { isSampled } from '../core/estimate/counts/sampled';
import type { Estimate } from '../core/estimate/estimate';
import type { ListHeading } from '../core/estimate/found';
import { canBeBought, timesMark, timesOf, type RankedEstimate } from '../core/estimate/ranking';
import { shorten } from '../core/figures/visibleText';
import { copied, pinned, yourModel } from './marks';
import { showMultiple, showNumber, showRate, showRatio, showShare } from './numbers';
import { counted } from './language/forms';
import { commas } from './language/lists';
import type { Done, Words } from './words';

/** "27.3×", "≈27.3×"; undefined without a multiple. */
export function describeTimes(
  words: Words,
  { timesCheapest, timesMark: mark }: RankedEstimate,
): string | undefined {
  return timesCheapest === undefined ? undefined : mark + showRatio(words, timesCheapest);
}

/**
 * "1/1.5×" or "27.3×" the cost of the baseline, which the title names; undefined if the model cannot be bought, or if either has
 * no price.
 */
export function describeAgainst(
  words: Words,
  estimate: Estimate,
  baseline: Estimate,
): string | undefined {
  const { l10n } = words;
  const times = timesOf(estimate, baseline);
  if (estimate.model.id === baseline.model.id) return l10n.t('the baseline');
  if (times === undefined || !canBeBought(estimate)) return undefined;
  if (times === 0) return l10n.t('free');
  if (isAboutEqual(words, times)) return l10n.t('about the same cost');
  return timesMark(estimate, baseline) + showMultiple(words, times);
}

/** Whether a multiple or a part is displayed as 1.0. */
export function isAboutEqual(words: Words, times: number): boolean {
  return showRatio(words, times) === showRatio(words, 1);
}

/** A sentence for each limit of the model that the call exceeds. */
export function describeMisfits(
  words: Words,
  { fit: { fitsWindow, fitsAnswer }, counts }: FittedTexts,
): readonly string[] {
  return [
    ...(fitsWindow ? [] : [windowTooSmall(words, counts)]),
    ...(fitsAnswer ? [] : [answerTooLong(words)]),
  ];
}

/** Texts measured against a model's limits. */
export type FittedTexts = Pick<Estimate, 'fit' | 'counts'>;

function windowTooSmall(words: Words, counts: FittedTexts['counts']): string {
  const [only] = counts;
  if (counts.length > 1) return longestFitsNot(words, counts.length);
  return only && isSampled(only)
    ? longestSampleFitsNot(words, only.samples.length)
    : fitsNot(words);
}

/** A call has one of the samples: their mean may fit. */
function longestSampleFitsNot(words: Words, samples: number): string {
  const { l10n } = words;
  return counted(
    words,
    samples,
    l10n.t('[other]the longest of {0} samples does not fit the context window'),
    showNumber(words, samples),
  );
}

/** Each text is a call of its own: their sum need not fit. */
function longestFitsNot(words: Words, texts: number): string {
  const { l10n } = words;
  return l10n.t('the longest of {0} does not fit the context window', showNumber(words, texts));
}

export function fitsNot({ l10n }: Words): string {
  return l10n.t('does not fit the context window');
}

export function answerTooLong({ l10n }: Words): string {
  return l10n.t('the answer is longer than the model can write');
}

/** As `describeMisfits`, then "93.8% of its context" of a call that is near its limit. */
export function describeFit(words: Words, texts: FittedTexts): readonly string[] {
  const { l10n } = words;
  const { taken } = texts.fit;
  return [
    ...describeMisfits(words, texts),
    ...(taken !== undefined && isNearLimit(texts.fit)
      ? [l10n.t('{0} of its context', showShare(words, taken))]
      : []),
  ];
}

/** @param baselineId undefined: multiples are of the cheapest model. */
export function comparisonTitle({ l10n }: Words, unit: string, baseline?: string): string {
  return baseline === undefined
    ? l10n.t('Cost of {0}; ×: how many times the cheapest that you can buy', unit)
    : l10n.t('Cost of {0}, compared with {1}', unit, baseline);
}

/** "unknown model: gpt-0", for pinned names. */
export function unknownModels(words: Words, names: readonly string[]): string {
  const { l10n } = words;
  return l10n.t('unknown model: {0}', commas(words, names));
}

export function comparisonButton(
  { l10n }: Words,
  button: 'copy' | 'report' | 'baseline' | 'hosts' | 'pin' | 'unpin' | 'priceSheet',
): string {
  switch (button) {
    case 'copy':
      return l10n.t('Copy as Markdown');
    case 'report':
      return l10n.t('Open Report');
    case 'baseline':
      return l10n.t('Change the Baseline');
    case 'hosts':
      return l10n.t('Show All Hosts of This Model');
    case 'pin':
      return l10n.t('Pin to the Top');
    case 'unpin':
      return l10n.t('Unpin');
    case 'priceSheet':
      return l10n.t('Show Price Sheet');
  }
}

export function listHeading(words: Words, heading: ListHeading): string {
  const { l10n } = words;
  switch (heading) {
    case 'named':
      return l10n.t('With this name');
    case 'users':
      return yourModel(words);
    case 'pinned':
      return pinned(words);
    case 'others':
      return l10n.t('Cheapest first');
    case 'retired':
      return l10n.t('No longer sold, or not listed any more');
    case 'onlyRetired':
      return l10n.t('None of these is known to be sold now');
    case 'unpriced':
      return l10n.t('Without a known price');
  }
}

/** The last row of a comparison that shows what can be bought now, and what it is for. */
export function otherModels(words: Words, more: number): readonly [string, string] {
  const { l10n } = words;
  const label = counted(
    words,
    more,
    l10n.t('[one]Show {0} more model[other]Show {0} more models'),
    showNumber(words, more),
  );
  return [label, l10n.t('other hosts, and models no longer sold; typing finds them too')];
}

/** The last row of a search that finds more than it lists. */
export function moreFound(words: Words, more: number): readonly [string, string] {
  const { l10n } = words;
  const forms = l10n.t('[one]{0} more model matches[other]{0} more models match');
  return [counted(words, more, forms, showNumber(words, more)), l10n.t('type another word')];
}

/** Where a search finds nothing, and what to try. */
export function noModelMatches({ l10n }: Words, query: string): readonly [string, string] {
  return [
    l10n.t('No model matches "{0}"', query),
    l10n.t('try fewer words, or the name of a provider'),
  ];
}

/** Above the models with similar names. @param advice what else to try. */
export function similarBelow({ l10n }: Words, advice: string): string {
  return l10n.t('{0}. Similar names:', advice);
}

export function countingSubject({ l10n }: Words, subject: string): string {
  return l10n.t('Counting {0}…', subject);
}

/** In a list of models, in the place of those that are not counted yet. */
export function countingOthers({ l10n }: Words): string {
  return l10n.t('Counting for the other models…');
}

export function comparisonCopied(words: Words): Done {
  const { l10n } = words;
  return {
    short: copied(words),
    sentence: l10n.t('API Spend: comparison copied as Markdown'),
  };
}

/** Characters of a name beside the cost; the sentence has all of it. */
const MOST_NAMED = 24;

/** "$0.00525 per call with GPT-6 Sol, your model now." @param cost undefined without a text. */
export function modelChosen({ l10n }: Words, name: string, cost: string | undefined): Done {
  return {
    short: shorten(name, MOST_NAMED),
    sentence:
      cost === undefined
        ? l10n.t('Your model is now {0}.', name)
        : l10n.t('{1} with {0}, your model now.', name, cost),
  };
}

/** The button that undoes the choice of another model. @param name of the model before. */
export function backToModel({ l10n }: Words, name: string): string {
  return l10n.t('Back to {0}', name);
}

/** After `backToModel`. */
export function modelIsAgain({ l10n }: Words, name: string): string {
  return l10n.t('Your model is {0} again.', name);
}

/** After a choice of what others are compared with. @param name undefined: the user's model. */
export function baselineChosen({ l10n }: Words, name: string | undefined): Done {
  return name === undefined
    ? {
        short: l10n.t('no baseline'),
        sentence: l10n.t('Other models are now compared with your model.'),
      }
    : {
        short: l10n.t('baseline: {0}', shorten(name, MOST_NAMED)),
        sentence: l10n.t('Other models are now compared with {0}.', name),
      };
}

/** Before a model becomes the user's. @param mark "no longer sold". */
export function retiredChoice(
  { l10n }: Words,
  name: string,
  mark: string,
): { readonly question: string; readonly button: string } {
  return {
    question: l10n.t('{0} is {1}. Choose it all the same?', name, mark),
    button: l10n.t('Choose It'),
  };
}

/** The prompt of a list of models. */
export function chooseModel({ l10n }: Words, purpose: 'any' | 'baseline' | 'pinned'): string {
  switch (purpose) {
    case 'any':
      return l10n.t('Choose a model');
    case 'baseline':
      return l10n.t('Choose the model to compare the others with');
    case 'pinned':
      return l10n.t('Choose the models that the comparison lists first');
  }
}

/** "$2.50 in, $10.00 out per million tokens". */
export function describeRates(words: Words, input: number, output: number): string {
  const { l10n } = words;
  const [inRate, outRate] = [showRate(words, input), showRate(words, output)];
  return l10n.t('{0} in, {1} out per million tokens', inRate, outRate);
}
