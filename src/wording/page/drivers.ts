import type { Estimate } from '../../core/estimate/estimate';
import { ownAnswers } from '../../core/estimate/own/calls';
import { isFromText } from '../../core/estimate/isFromText';
import { mainDriver, type Driver } from '../../core/charts/drivers';
import { estimateMark } from '../../core/tokens/tokenCount';
import { outputTokens } from '../call';
import { tokensOf } from '../count';
import { showMoney, showNumber, showShare } from '../numbers';
import { counted } from '../language/forms';
import type { Words } from '../words';
import { countOfRequests } from '../views/requestCount';

// What drives the cost of one model.

/** "What drives the cost of GPT-5". */
export function driversHeading({ l10n }: Words, model: string): string {
  return l10n.t('What drives the cost of {0}', model);
}

/** Where files run on models of their own. */
export function driversOfEach({ l10n }: Words): string {
  return l10n.t('What drives the cost, each file on the model that it names');
}

/** "95.2% of the cost is the 500 output tokens that are assumed." @param drivers of `row`. */
export function describeDrivers(words: Words, row: Estimate, drivers: readonly Driver[]): string {
  const { l10n } = words;
  const main = mainDriver(drivers);
  if (!main) return l10n.t('Nothing: it is free.');
  const share = driverShare(words, row, main);
  const isAllInput = drivers.every(({ part }) => part !== 'cachedInput' && part !== 'cacheWrite');
  const thing = describePart(words, row, main, isAllInput);
  return main.share >= 0.5
    ? l10n.t('{0} of the cost is {1}.', share, thing)
    : l10n.t('The largest part, {0} of the cost, is {1}.', share, thing);
}

/** @param isAllInput whether nothing of the prompt is read from the cache or written to it. */
function describePart(
  words: Words,
  row: Estimate,
  { part, units }: Driver,
  isAllInput: boolean,
): string {
  const { l10n } = words;
  const isAssumed = row.scenario.treatTextAs === 'input';
  const shown = partMark(row, part) + showNumber(words, units);
  switch (part) {
    case 'input':
      return isAllInput
        ? l10n.t('what is sent: {0}', tokensOf(words, units, shown))
        : l10n.t('what is sent and not cached: {0}', tokensOf(words, units, shown));
    case 'cachedInput':
      return l10n.t('what is read from the cache: {0}', tokensOf(words, units, shown));
    case 'cacheWrite':
      return l10n.t('what is written to the cache: {0}', tokensOf(words, units, shown));
    case 'requestFee':
      return l10n.t('the fee for each request');
    case 'output':
      if (ownAnswers(row.calls) === 'all')
        return l10n.t('the longest answers that are stated: {0}', outputTokens(words, units));
      if (!isAssumed) return l10n.t('the text: {0}', tokensOf(words, units, shown));
      return counted(
        words,
        units,
        l10n.t(
          '[one]the {0} output token that is assumed[other]the {0} output tokens that are assumed',
        ),
        showNumber(words, units),
      );
    case 'reasoning':
      return l10n.t('the reasoning that is assumed: {0}', tokensOf(words, units, shown));
  }
}

/** "≈123 tokens"; of a fee "20 requests". */
export function driverUnits(words: Words, row: Estimate, { part, units }: Driver): string {
  if (part === 'requestFee') return countOfRequests(words, units);
  return tokensOf(words, units, partMark(row, part) + showNumber(words, units));
}

/** The assumed answer has no error of an estimate; all of the text has. */
export function driverAmount(words: Words, row: Estimate, { part, amount }: Driver): string {
  return partMark(row, part) + showMoney(words, amount);
}

/** A share of a sum that is estimated is estimated. */
export function driverShare(words: Words, { count }: Estimate, { share }: Driver): string {
  return estimateMark(count) + showShare(words, share);
}

function partMark({ count, scenario }: Estimate, part: Driver['part']): string {
  return isFromText(part, scenario) ? estimateMark(count) : '';
}
