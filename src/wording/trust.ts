import { isWhollyOwn } from '../core/pricing/own/rates';
import type { Period, Source } from '../core/pricing/table/priceTable';
import { agreeingSources, disagreements, trustOf, type OtherRate } from '../core/pricing/trust';
import { rateName } from './cost';
import { showDay, showNumber, showRate } from './numbers';
import { counted } from './language/forms';
import { commas, inBrackets } from './language/lists';
import type { Words } from './words';

// How a price is known, and on which day it was looked at.

/** "checked on Nov 23, 2026", or "listed on Sep 23, 2026"; "" for the user's own price. */
export function describeDay(words: Words, source: Source): string {
  const { l10n } = words;
  const { checked, published } = source;
  if (isWhollyOwn(source)) return '';
  if (checked !== '') return l10n.t('checked on {0}', showDay(words, checked));
  return published === undefined
    ? l10n.t('day unknown')
    : l10n.t('listed on {0}', showDay(words, published));
}

/** The same for a column with the heading "Price checked": "Nov 23, 2026", "listed Sep 23, 2026". */
export function dayCell(words: Words, { checked, published }: Source): string {
  const { l10n } = words;
  if (checked !== '') return showDay(words, checked);
  return published === undefined
    ? l10n.t('unknown')
    : l10n.t('listed {0}', showDay(words, published));
}

/** "package pi-ai 1.6.0", "docs.z.ai". Only packages have a day of publication in place of a check. */
export function sourceName({ l10n }: Words, { name, published }: Source): string {
  return published === undefined ? name : l10n.t('package {0}', name);
}

/** Where a price can be read: "package pi-ai 1.6.0", "docs.z.ai/guides/pricing". */
export function sourcePlace(words: Words, source: Source): string {
  if (source.published !== undefined) return sourceName(words, source);
  return source.url.replace(/^https?:\/\//, '').replace(/\/?(?:[?#].*)?$/, '');
}

type Known = Pick<Period, 'source' | 'alsoIn'>;

/** "read at the vendor"; "" for the user's own price. */
export function describeTrust(words: Words, period: Known): string {
  const { l10n } = words;
  switch (trustOf(period)) {
    case 'own':
      return '';
    case 'vendor':
      return l10n.t('read at the vendor');
    case 'copy':
      return l10n.t("read in a stored copy of the vendor's page");
    case 'agreed':
      return equalInSources(words, agreeingSources(period).length);
    case 'single':
      return l10n.t('from one source');
  }
}

function equalInSources(words: Words, sources: number): string {
  const { l10n } = words;
  const forms = l10n.t('[other]equal in {0} independent sources');
  return counted(words, sources, forms, showNumber(words, sources));
}

/** "read at the vendor, checked on Nov 23, 2026"; "" for the user's own price. */
export function describeOrigin(words: Words, period: Known): string {
  const parts = [describeTrust(words, period), describeDay(words, period.source)];
  return commas(
    words,
    parts.filter((part) => part !== ''),
  );
}

/** "price read at the vendor, checked on Nov 23, 2026". @param origin a description of the trust, the day or both. */
export function priceOf({ l10n }: Words, origin: string): string {
  return l10n.t('price {0}', origin);
}

/** The short mark of a price that other sources give differently. */
export function sourcesDisagree({ l10n }: Words): string {
  return l10n.t('sources disagree');
}

/**
 * "sources disagree on the price of a million tokens: package genai-prices 0.1.8 (Input $0.30, Output $2.50),
 * package pi-ai 1.5.2 (Input $0.33, Output $2.75)", the source in use first; undefined if none disagrees.
 */
export function describeDisagreement(
  words: Words,
  period: Pick<Period, 'source' | 'rates' | 'disagreeing'>,
): string | undefined {
  const { l10n } = words;
  const others = disagreements(period);
  if (others.length === 0) return undefined;
  const used = new Map(others.flatMap(({ rates }) => rates.map((rate) => [rate.name, rate])));
  const lines = [
    {
      name: sourceName(words, period.source),
      rates: [...used.values()].map((rate) => usedRate(words, rate)),
    },
    ...others.map(({ source, rates }) => ({
      name: sourceName(words, source),
      rates: rates.map(({ name, other }) => namedRate(words, name, other)),
    })),
  ];
  return l10n.t(
    'sources disagree on the price of a million tokens: {0}',
    commas(
      words,
      lines.map(({ name, rates }) => inBrackets(words, name, commas(words, rates))),
    ),
  );
}

function usedRate(words: Words, { name, used }: OtherRate): string {
  const { l10n } = words;
  return used === undefined
    ? l10n.t('{0} unknown', rateName(words, name))
    : namedRate(words, name, used);
}

function namedRate(words: Words, name: OtherRate['name'], rate: number): string {
  return `${rateName(words, name)} ${showRate(words, rate)}`;
}
