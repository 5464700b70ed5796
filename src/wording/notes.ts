import { assumesCache, cachingOf } from '../core/estimate/caching/caching';
import { storedCacheOf } from '../core/estimate/caching/storage';
import type { Estimate, Priced } from '../core/estimate/estimate';
import { discountOn } from '../core/pricing/own/discounts';
import { isOwn } from '../core/pricing/own/rates';
import { isUnlisted } from '../core/pricing/selection/sold';
import { isStale, mayNotHaveBegun } from '../core/pricing/staleness';
import { laterNote } from './call';
import { describeMisfits } from './comparison';
import { describeReason, showCost } from './cost';
import { nearExactCount } from './count';
import { earlierPricesUnknown, noLongerSold, perhapsNotSold, oldPriceOn, ownPrice } from './marks';
import { showNumber } from './numbers';
import { cachingNote, storedNote, tooShortToCache } from './page/caching';
import { describeDisagreement } from './trust';
import { rowNotes } from './views/beside';
import { counted } from './language/forms';
import type { Words } from './words';

export interface NoteOptions {
  /** Escapes names from outside the extension. */
  readonly safe: (name: string) => string;
  /** Undefined: the default. */
  readonly staleAfterDays?: number | undefined;
  /** Whether it is asked when caching pays; without that it is said where a cache is assumed. */
  readonly asksCaching?: boolean | undefined;
}

/** The notes on a row of a table: exceeded limits, and special rules of the price. */
export function estimateNotes(
  words: Words,
  estimate: Estimate,
  options: NoteOptions,
): readonly string[] {
  const { model, price } = estimate;
  return [
    ...(price.kind === 'unpriced' ? [describeReason(words, price.reason)] : []),
    ...describeMisfits(words, estimate),
    ...rowNotes(words, estimate),
    ...(price.kind === 'priced' ? priceNotes(words, estimate, price, options) : []),
    ...(model.tokenizer.accuracy === 'near-exact' ? [nearExactCount(words)] : []),
  ];
}

function priceNotes(
  words: Words,
  estimate: Estimate,
  { applied, derivation, later }: Priced,
  { safe, staleAfterDays, asksCaching = false }: NoteOptions,
): readonly string[] {
  const { model, count, atMs, scenario, shares } = estimate;
  const { l10n } = words;
  const { period, retired, window, holidayUnknown, tier } = applied;
  const { source } = period;
  const discount = discountOn(period);
  const from = tier?.fromPromptTokens;
  const disagreement = describeDisagreement(words, period);
  const laterCost = later && showCost(words, count, later.expected.total);
  return [
    ...(retired ? [noLongerSold(words)] : []),
    ...(isUnlisted(model, atMs) ? [perhapsNotSold(words)] : []),
    ...(mayNotHaveBegun(period, atMs) ? [earlierPricesUnknown(words, period)] : []),
    ...(period.servedBy ? [l10n.t('answered by {0}', safe(period.servedBy.id))] : []),
    ...(isOwn(period) ? [ownPrice(words, source)] : []),
    ...(discount === undefined ? [] : [l10n.t('discount × {0}', String(discount))]),
    ...(isStale(source, atMs, staleAfterDays) ? [oldPriceOn(words, source)] : []),
    ...(disagreement === undefined ? [] : [disagreement]),
    ...(window ? [l10n.t('rates of the time window "{0}"', safe(window.name))] : []),
    ...(holidayUnknown ? [l10n.t('if it is no public holiday')] : []),
    ...(from === undefined
      ? []
      : [
          counted(
            words,
            from,
            l10n.t('[other]long-context rates from {0} tokens'),
            showNumber(words, from),
          ),
        ]),
    ...(derivation.belowCacheMinimum ? [tooShortToCache(words)] : []),
    ...(derivation.cacheMinimumUnknown ? [l10n.t('cached if it is long enough')] : []),
    ...(laterCost === undefined ? [] : [laterNote(words, laterCost, scenario)]),
    ...((asksCaching || assumesCache(scenario)) && !shares && !derivation.belowCacheMinimum
      ? cachingNotes(words, estimate)
      : []),
  ];
}

function cachingNotes(words: Words, estimate: Estimate): readonly string[] {
  const caching = cachingOf(estimate);
  const stored = storedCacheOf(estimate, caching);
  return [...cachingNote(words, caching), ...(stored ? storedNote(words, stored) : [])];
}
