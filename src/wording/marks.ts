import type { Estimate } from '../core/estimate/estimate';
import { isOwn } from '../core/pricing/own/rates';
import { isUnlisted } from '../core/pricing/selection/sold';
import { firstSeen, isStale } from '../core/pricing/staleness';
import type { Period, Source } from '../core/pricing/table/priceTable';
import { disagreements } from '../core/pricing/trust';
import { describeReason } from './cost';
import { showDay } from './numbers';
import { describeDay, sourcesDisagree } from './trust';
import { commas } from './language/lists';
import type { Words } from './words';

/** The time at which a price is used, and the age from which it is old. */
export interface PriceAge {
  readonly atMs: number;
  readonly staleAfterDays: number;
}

/** Warnings on a price: the user's own, no longer sold, old, disputed; or why there is none. Shown wherever the price is shown. */
export function describeMarks(
  words: Words,
  { model, price }: Pick<Estimate, 'model' | 'price'>,
  { atMs, staleAfterDays }: PriceAge,
): readonly string[] {
  if (price.kind === 'unpriced') return [describeReason(words, price.reason)];
  const { retired, period } = price.applied;
  const isOld = isStale(period.source, atMs, staleAfterDays);
  return [
    ...(isOwn(period) ? [ownPrice(words, period.source)] : []),
    ...(retired ? [noLongerSold(words)] : []),
    ...(isUnlisted(model, atMs) ? [perhapsNotSold(words)] : []),
    ...(isOld ? [oldPriceOn(words, period.source)] : []),
    ...(disagreements(period).length > 0 ? [sourcesDisagree(words)] : []),
  ];
}

/** @param source of a price that is own, wholly or in part. */
export function ownPrice({ l10n }: Words, { origin }: Source): string {
  return origin === 'team' ? l10n.t("your team's price") : l10n.t('your own price');
}

export function noLongerSold({ l10n }: Words): string {
  return l10n.t('no longer sold');
}

export function perhapsNotSold({ l10n }: Words): string {
  return l10n.t('perhaps no longer sold');
}

/** At a time long before the price was first seen: "price of Jun 22, 2025; earlier prices are not known". */
export function earlierPricesUnknown(
  words: Words,
  period: Pick<Period, 'seen' | 'source'>,
): string {
  const { l10n } = words;
  return l10n.t('price of {0}; earlier prices are not known', showDay(words, firstSeen(period)));
}

export function oldPrice({ l10n }: Words): string {
  return l10n.t('old price');
}

/** "old price, checked on Jan 1, 2026". */
export function oldPriceOn(words: Words, source: Source): string {
  return commas(words, [oldPrice(words), describeDay(words, source)]);
}

export function yourModel({ l10n }: Words): string {
  return l10n.t('Your model');
}

export function pinned({ l10n }: Words): string {
  return l10n.t('Pinned');
}

/** Marks the user's model in a list. */
export function isYours({ l10n }: Words): string {
  return l10n.t('your model');
}

/** Beside the cost in the status bar, after something was copied. */
export function copied({ l10n }: Words): string {
  return l10n.t('copied');
}
