import type { CostPart } from '../../core/estimate/cost/parts';
import type { Estimate } from '../../core/estimate/estimate';
import type { ListGroup } from '../../core/estimate/found';
import type { PartBand } from '../../core/estimate/partBands';
import { buyableTimes, timesMark } from '../../core/estimate/ranking';
import type { Money } from '../../core/pricing/money';
import type { TokenCount } from '../../core/tokens/tokenCount';
import { listHeading } from '../comparison';
import { showBand, showRange, tokensOf } from '../count';
import { showMoney, showMultiple, showNumber, showRate } from '../numbers';
import { countOfRequests } from '../views/requestCount';
import { counted } from '../language/forms';
import type { Words } from '../words';

// The report's table of models, and the formula below a row.

export type Column =
  | 'model'
  | 'provider'
  | 'tokens'
  | 'call'
  | 'day'
  | 'month'
  | 'times'
  | 'context'
  | 'caching'
  | 'checked'
  | 'source';

/** @param texts with one call or conversation each; the cost is of all. */
export function columnLabel(
  { l10n }: Words,
  column: Column,
  isConversation: boolean,
  texts = 1,
): string {
  switch (column) {
    case 'model':
      return l10n.t('Model');
    case 'provider':
      return l10n.t('Provider');
    case 'tokens':
      return l10n.t('Tokens');
    case 'call':
      if (texts > 1) return isConversation ? l10n.t('All conversations') : l10n.t('All calls');
      return isConversation ? l10n.t('Per conversation') : l10n.t('Per call');
    case 'day':
      return l10n.t('Per day');
    case 'month':
      return l10n.t('Per month');
    case 'times':
      return l10n.t('Compared');
    case 'context':
      return l10n.t('Context');
    case 'caching':
      return l10n.t('Caching pays');
    case 'checked':
      return l10n.t('Price checked');
    case 'source':
      return l10n.t('Source');
  }
}

export type TableLabel =
  | 'heading'
  | 'filter'
  | 'hideMisfits'
  | 'columns'
  | 'allProviders'
  | 'nothingPasses'
  | 'loadingAll'
  | 'showAll'
  | 'showCurrent'
  | 'ownPrice'
  | 'ownSource'
  | 'teamPrice';

export function tableLabel({ l10n }: Words, label: TableLabel): string {
  switch (label) {
    case 'heading':
      return l10n.t('Models');
    case 'filter':
      return l10n.t('Filter models');
    case 'hideMisfits':
      return l10n.t('Hide models that do not fit');
    case 'columns':
      return l10n.t('Columns');
    case 'allProviders':
      return l10n.t('All providers');
    case 'nothingPasses':
      return l10n.t(
        'No model passes the filters. Try fewer words, all providers, or also models that do not fit.',
      );
    case 'loadingAll':
      return l10n.t('Loading all models…');
    case 'showAll':
      return l10n.t('Show all');
    case 'showCurrent':
      return l10n.t('Show only current models');
    case 'ownPrice':
      return l10n.t('your own');
    case 'ownSource':
      return l10n.t('your settings');
    case 'teamPrice':
      return l10n.t("your team's");
  }
}

/** Above the rows of a group; within it, they are in the order that the user has chosen. */
export function tableGroup(words: Words, group: ListGroup): string {
  const { l10n } = words;
  return group === 'others' ? l10n.t('Other models that match') : listHeading(words, group);
}

export function modelsShown(words: Words, shown: number, all: number): string {
  const { l10n } = words;
  return counted(
    words,
    all,
    l10n.t('[one]{0} of {1} model[other]{0} of {1} models'),
    showNumber(words, shown),
    showNumber(words, all),
  );
}

export function pinModel({ l10n }: Words, name: string): string {
  return l10n.t('Pin {0} to the top', name);
}

/** A multiple of the baseline's cost: "≈2.5×", "1/1.5×", "1/114×"; "" without one. */
export function timesCell(words: Words, row: Estimate, baseline: Estimate | undefined): string {
  const times = buyableTimes(row, baseline);
  if (times === undefined) return '';
  return timesMark(row, baseline) + showMultiple(words, times);
}

/** A column that is chosen and not shown, and why. */
export function absentColumn(
  { l10n }: Words,
  column: string,
  why: 'sameAsCall' | 'farFromLimit' | 'noRoom',
): string {
  switch (why) {
    case 'sameAsCall':
      return l10n.t('{0} (one call a day)', column);
    case 'farFromLimit':
      return l10n.t('{0} (all below half)', column);
    case 'noRoom':
      return l10n.t('{0} (no room)', column);
  }
}

/** The tooltip of an estimated count. */
export function estimatedTitle(words: Words, count: TokenCount): string {
  const { l10n } = words;
  return counted(
    words,
    count.high,
    l10n.t('[one]Estimated: {0} token[other]Estimated: {0} tokens'),
    showBand(words, count),
  );
}

export type FormulaLabel =
  'parts' | 'range' | 'sum' | 'source' | 'compare' | 'select' | 'selectRetired' | 'priceSheet';

export function formulaLabel({ l10n }: Words, label: FormulaLabel): string {
  switch (label) {
    case 'parts':
      return l10n.t('Parts of the cost');
    case 'sum':
      return l10n.t('Sum');
    case 'range':
      return l10n.t('Range');
    case 'source':
      return l10n.t('Source of the price:');
    case 'compare':
      return l10n.t('Compare with this model');
    case 'select':
      return l10n.t('Make it my model');
    case 'selectRetired':
      return l10n.t('Make it my model (no longer sold)');
    case 'priceSheet':
      return l10n.t('Price Sheet');
  }
}

/** "2,000 tokens", "1 request". */
export function partQuantity(words: Words, part: CostPart): string {
  if (part.name !== 'requestFee')
    return tokensOf(words, part.tokens, showNumber(words, part.tokens));
  return countOfRequests(words, part.requests);
}

/** "$15.00 per million". */
export function partRate(words: Words, part: CostPart): string {
  const { l10n } = words;
  return part.name === 'requestFee'
    ? l10n.t('{0} per thousand', showRate(words, part.usdPerThousandRequests))
    : l10n.t('{0} per million', showRate(words, part.usdPerMillionTokens));
}

/** "132 to 150 tokens" over the band of a count, else as `partQuantity`. */
export function bandQuantity(words: Words, { low, high }: PartBand): string {
  if (low.name === 'requestFee' || high.name === 'requestFee' || low.tokens === high.tokens) {
    return partQuantity(words, low);
  }
  const range = showRange(words, showNumber(words, low.tokens), showNumber(words, high.tokens));
  return tokensOf(words, high.tokens, range);
}

/** "$0.000396 to $0.000450", or one amount. */
export function amountRange(words: Words, low: Money, high: Money): string {
  const [least, most] = [showMoney(words, low), showMoney(words, high)];
  return least === most ? least : showRange(words, least, most);
}
