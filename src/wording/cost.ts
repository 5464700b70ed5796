import type { CostPart } from '../core/estimate/cost/parts';
import type { Estimate, NoPriceReason } from '../core/estimate/estimate';
import type { RateName } from '../core/pricing/table/rateSchema';
import type { Money } from '../core/pricing/money';
import type { TextRole } from '../core/scenario/scenario';
import { estimateMark, type TokenCount } from '../core/tokens/tokenCount';
import { showMoney } from './numbers';
import type { Words } from './words';

/** "$0.0123", or "≈$0.0123" if the count is estimated. */
export function showCost(words: Words, count: TokenCount, amount: Money): string {
  return estimateMark(count) + showMoney(words, amount);
}

/** "≈$0.0123" or "no price". */
export function describeCost(words: Words, { count, price }: Estimate): string {
  if (price.kind === 'unpriced') return noPrice(words);
  return showCost(words, count, price.expected.total);
}

export function noPrice({ l10n }: Words): string {
  return l10n.t('no price');
}

export function costHeading({ l10n }: Words): string {
  return l10n.t('Cost');
}

export function describeReason({ l10n }: Words, reason: NoPriceReason): string {
  switch (reason) {
    case 'notYetSold':
      return l10n.t('No price: the model was not sold at that time, or its price then is unknown.');
    case 'unknownFees':
      return l10n.t(
        'No price: the vendor also bills what the model looks up by itself, and how much that is depends on the answer.',
      );
    case 'noBatch':
      return l10n.t('No price: the price table has no batch price for this model.');
    case 'noServiceTier':
      return l10n.t('No price: the price table does not have this service tier for this model.');
    case 'noRegional':
      return l10n.t('No price: the price table has no regional processing for this model.');
    case 'batchHasNoTiers':
      return l10n.t('No price: a batch cannot be combined with another service tier.');
    case 'noInputRate':
      return l10n.t('No price: the price table has no input rate for this model.');
    case 'noCachedInputRate':
      return l10n.t('No price: the price table has no cached-input rate for this model.');
    case 'noCacheWriteRate':
      return l10n.t('No price: the price table has no cache-write rate for this model.');
    case 'noLongPromptRate':
      return l10n.t(
        'No price: what this model costs here for a prompt of this length is not known; shorter prompts have a price.',
      );
    case 'factorUnknownForRate':
      return l10n.t('No price: it is not known what cached input costs under these terms.');
    case 'serviceTierExcludesLength':
      return l10n.t('No price: this service tier is not sold for a prompt of this length.');
    case 'training':
      return l10n.t('No price: the price table has no rates for fine-tuning.');
    case 'noImages':
      return l10n.t('No price: this model takes no pictures.');
    case 'noDocuments':
      return l10n.t('No price: this model takes no documents.');
    case 'noAudio':
      return l10n.t('No price: this model takes no audio.');
    case 'noVideo':
      return l10n.t('No price: this model takes no video.');
    case 'noFormula':
      return l10n.t('No price: how many tokens such a file has for this model is not documented.');
    case 'noOutputRate':
      return l10n.t('No price: the price table has no output rate for this model.');
  }
}

export function partName({ l10n }: Words, part: CostPart['name']): string {
  switch (part) {
    case 'input':
      return l10n.t('Input');
    case 'cachedInput':
      return l10n.t('Cached input');
    case 'cacheWrite':
      return l10n.t('Cache write');
    case 'requestFee':
      return l10n.t('Request fee');
    case 'output':
      return l10n.t('Output');
    case 'reasoning':
      return l10n.t('Reasoning');
  }
}

export function rateName(words: Words, name: RateName): string {
  const { l10n } = words;
  return name === 'cacheWriteLong' ? l10n.t('Long cache write') : partName(words, name);
}

/** "$0.0018 as input", for one message of a prompt. */
export function sectionShare({ l10n }: Words, cost: string, role: TextRole): string {
  return role === 'output' ? l10n.t('{0} as output', cost) : l10n.t('{0} as input', cost);
}
