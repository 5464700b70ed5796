import type { Estimate, Priced } from '../core/estimate/estimate';
import { isOwn, isWhollyOwn } from '../core/pricing/own/rates';
import type { AppliedFactor } from '../core/pricing/rates/factors';
import { isStale } from '../core/pricing/staleness';
import type { AppliedFactorName, Model, Source } from '../core/pricing/table/priceTable';
import { disagreements } from '../core/pricing/trust';
import { TEAM_FILE_NAME } from '../core/team/fileName';
import type { FactorRate } from '../core/pricing/table/factorSchema';
import type { RateChange } from '../core/pricing/priceChange';
import type { FullScenario } from '../core/scenario/scenario';
import { aDay, aMonth, callsADay, describeLater } from './call';
import { partName, rateName, showCost } from './cost';
import { oldPrice, type PriceAge } from './marks';
import { showFraction, showMoney, showNumber, showRate } from './numbers';
import { choiceLabels, fieldWords } from './scenario/fields';
import { describeDay, describeTrust, priceOf, sourcesDisagree } from './trust';
import { counted } from './language/forms';
import { commas, inBrackets, semicolons, sentences } from './language/lists';
import { asSentence, type Words } from './words';

/** A sentence for each rule that changed the price. @param safe escapes names from outside the extension. */
export function ruleNotes(
  words: Words,
  { applied, derivation, later }: Priced,
  scenario: FullScenario,
  safe: (name: string) => string,
): readonly string[] {
  const { tier, window, holidayUnknown, factors, period, retired } = applied;
  return [
    ...(tier ? [longContextNote(words, tier.fromPromptTokens)] : []),
    ...(window ? [hoursNote(words, safe(window.name))] : []),
    ...(holidayUnknown ? [holidayUnknownNote(words)] : []),
    ...factors.map((applied) => factorNote(words, applied)),
    ...(derivation.belowCacheMinimum ? [belowCacheMinimum(words)] : []),
    ...(derivation.cacheMinimumUnknown ? [cacheMinimumUnknown(words)] : []),
    ...(later ? [describeLater(words, showMoney(words, later.expected.total), scenario)] : []),
    ...(period.servedBy ? [servedByNote(words, safe(period.servedBy.id))] : []),
    ...(retired ? [lastPriceNote(words)] : []),
  ];
}

function factorNote(words: Words, applied: AppliedFactor): string {
  const { l10n } = words;
  const values = [factorName(words, applied.name), factorValue(words, applied)];
  const { exceptRates } = applied.factor;
  return exceptRates
    ? l10n.t('{0}: × {1}, but not on {2}', ...values, ratesOf(words, exceptRates))
    : l10n.t('{0}: × {1}', ...values);
}

/** "Cached input". */
export function ratesOf(words: Words, rates: readonly FactorRate[]): string {
  return commas(
    words,
    rates.map((name) => partName(words, name)),
  );
}

/** "Input: $15.00 → $12.00, Output: $60.00 → $48.00 per million tokens". */
export function describeRateChanges(words: Words, changes: readonly RateChange[]): string {
  const { l10n } = words;
  const show = (rate: number | undefined): string =>
    rate === undefined ? '–' : showRate(words, rate);
  const each = changes.map(({ name, before, after }) =>
    l10n.t('{0}: {1} → {2}', rateName(words, name), show(before), show(after)),
  );
  return l10n.t('{0} per million tokens', commas(words, each));
}

export function longContextNote(words: Words, fromPromptTokens: number): string {
  const { l10n } = words;
  return counted(
    words,
    fromPromptTokens,
    l10n.t('[other]Long-context rates apply from {0} prompt tokens.'),
    showNumber(words, fromPromptTokens),
  );
}

/** Of a tier without rates. */
export function unknownFromNote(words: Words, fromPromptTokens: number): string {
  const { l10n } = words;
  return counted(
    words,
    fromPromptTokens,
    l10n.t('[other]What a prompt of {0} tokens or more costs here is not known: it has no price.'),
    showNumber(words, fromPromptTokens),
  );
}

/** "Batch", "Regional processing", "Flex", "Discount". */
export function factorName(words: Words, name: AppliedFactorName): string {
  const { l10n } = words;
  if (name === 'discount') return l10n.t('Discount');
  if (name === 'batch' || name === 'regional') return fieldWords(words)[name].label;
  return choiceLabels(words).serviceTier[name];
}

/** " × ½ (Batch)", to follow a rate. */
export function factorsOf(words: Words, factors: readonly AppliedFactor[]): string {
  return factors
    .map(
      (applied) =>
        ` × ${inBrackets(words, factorValue(words, applied), factorName(words, applied.name))}`,
    )
    .join('');
}

/** "$0.15 × ½", "$15.00": the rate of a part under its factors, in a table whose notes name them. */
export function rateWithFactors(
  words: Words,
  usdPerMillionTokens: number,
  factors: readonly AppliedFactor[],
): string {
  const values = factors.map((applied) => factorValue(words, applied));
  return [showRate(words, usdPerMillionTokens), ...values].join(' × ');
}

/** "½", "2", "0.85". */
export function factorValue(
  words: Words,
  { factor: { numerator, denominator } }: Pick<AppliedFactor, 'factor'>,
): string {
  return showFraction(words, numerator, denominator);
}

export function lastPriceNote({ l10n }: Words): string {
  return l10n.t('No longer sold: this was its last price.');
}

/** Of a model that the newest list of its provider lacks. */
export function unlistedNote({ l10n }: Words, { unlistedIn }: Pick<Model, 'unlistedIn'>): string {
  return l10n.t('Perhaps no longer sold: {0} does not list it.', unlistedIn?.name ?? '');
}

/** @param source of a price that is own, wholly or in part. */
export function ownPriceNote({ l10n }: Words, source: Source): string {
  if (source.origin === 'team') {
    return isWhollyOwn(source)
      ? l10n.t("Your team's price, from {0}.", TEAM_FILE_NAME)
      : l10n.t("Partly your team's price, from {0}.", TEAM_FILE_NAME);
  }
  return isWhollyOwn(source)
    ? l10n.t('Your own price, from your settings.')
    : l10n.t('Partly your own price, from your settings.');
}

export function hoursNote({ l10n }: Words, name: string): string {
  return l10n.t('The rates of the time window "{0}" apply.', name);
}

export function holidayUnknownNote({ l10n }: Words): string {
  return l10n.t(
    'These hours do not apply on public holidays, and those of this day are not known yet.',
  );
}

export function belowCacheMinimum({ l10n }: Words): string {
  return l10n.t('Nothing is cached: the prompt is below the minimum that this model caches.');
}

export function cacheMinimumUnknown({ l10n }: Words): string {
  return l10n.t(
    'The shortest prompt that this model caches is unknown: the price holds if the prompt is long enough.',
  );
}

export function answerAtReasoningRate({ l10n }: Words): string {
  return l10n.t('After reasoning, the answer costs what reasoning costs.');
}

export function servedByNote({ l10n }: Words, model: string): string {
  return l10n.t('Requests are answered by {0}, at its prices.', model);
}

/** ["100 calls a day: $4.12 a day, $124 a month."]; empty for one call a day. */
export function volumeNotes(
  words: Words,
  { count }: Estimate,
  { perDay, perMonth }: Priced,
  scenario: FullScenario,
): readonly string[] {
  const { l10n } = words;
  if (scenario.callsPerDay === 1) return [];
  return [
    l10n.t(
      '{0}: {1}, {2}.',
      callsADay(words, scenario),
      aDay(words, showCost(words, count, perDay.expected)),
      aMonth(words, showCost(words, count, perMonth.expected)),
    ),
  ];
}

/** How a price is known and its day on one line of Markdown, with a link to the source and VS Code's warning icon. */
export function sourceNote(
  words: Words,
  { applied: { period } }: Priced,
  { atMs, staleAfterDays }: PriceAge,
): string {
  const { source } = period;
  if (isWhollyOwn(source)) return ownPriceNote(words, source);
  const isOld = isStale(source, atMs, staleAfterDays);
  const isDisputed = disagreements(period).length > 0;
  const link = `[${describeTrust(words, period)}](${linkTarget(source.url)})`;
  const origin = commas(words, [link, describeDay(words, source)]);
  const parts = [
    isOld ? `${oldPrice(words)} ${origin}` : priceOf(words, origin),
    ...(isDisputed ? [sourcesDisagree(words)] : []),
  ];
  const icon = isOld || isDisputed ? '$(warning) ' : '';
  const note = icon + asSentence(words, semicolons(words, parts));
  return isOwn(period) ? sentences(words, [ownPriceNote(words, source), note]) : note;
}

/** Escapes an address so that it cannot end its Markdown link. */
function linkTarget(url: string): string {
  return url
    .replaceAll(/[()<>\s]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}
