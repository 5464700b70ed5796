import type { Estimate } from '../core/estimate/estimate';
import { isOwn } from '../core/pricing/own/rates';
import { isStale } from '../core/pricing/staleness';
import type { Source } from '../core/pricing/table/priceTable';
import { describeReason } from './cost';
import type { Words } from './words';

/** The time at which a price is used, and the age from which it is old. */
export interface PriceAge {
  readonly atMs: number;
  readonly staleAfterDays: number;
}

/** Warnings on a price: the user's own, no longer sold, old; or why there is none. Shown wherever the price is shown. */
export function describeMarks(
  words: Words,
  { price }: Pick<Estimate, 'price'>,
  { atMs, staleAfterDays }: PriceAge,
): readonly string[] {
  if (price.kind === 'unpriced') return [describeReason(words, price.reason)];
  const { retired, period } = price.applied;
  const isOld = isStale(period.source, atMs, staleAfterDays);
  return [
    ...(isOwn(period) ? [ownPrice(words, period.source)] : []),
    ...(retired ? [noLongerSold(words)] : []),
    ...(isOld ? [oldPriceOn(words, period.source.checked)] : []),
  ];
}

/** @param source of a price that is own, wholly or in part. */
export function ownPrice({ l10n }: Words, { origin }: Source): string {
  return origin === 'team' ? l10n.t("your team's price") : l10n.t('your own price');
}

export function noLongerSold({ l10n }: Words): string {
  return l10n.t('no longer sold');
}

export function oldPrice({ l10n }: Words): string {
  return l10n.t('old price');
}

export function oldPriceOn({ l10n }: Words, checked: string): string {
  return l10n.t('old price, checked on {0}', checked);
}

export function pinned({ l10n }: Words): string {
  return l10n.t('Pinned');
}

export function inStatusBar({ l10n }: Words): string {
  return l10n.t('in the status bar');
}
