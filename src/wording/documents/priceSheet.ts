import { markdownTable } from 'markdown-table';
import { escapeMarkdown } from '../../core/figures/escapeMarkdown';
import { markdownCode } from '../../core/figures/markdownCode';
import { isWhollyOwn } from '../../core/pricing/own/rates';
import type { PriceSheet, SheetFactor, SheetPeriod, SheetRow } from '../../core/pricing/priceSheet';
import type { UnknownFee } from '../../core/pricing/table/periodSchema';
import { RATE_NAMES } from '../../core/pricing/table/rateSchema';
import type { TimeWindow } from '../../core/pricing/table/priceTable';
import { agreeingSources, disagreements } from '../../core/pricing/trust';
import { longestAnswer } from '../call';
import { rateName } from '../cost';
import { describeAccuracy, tokensOf } from '../count';
import { showInstant, showNumber, showRate } from '../numbers';
import { TEAM_FILE_NAME } from '../../core/team/fileName';
import {
  answerAtReasoningRate,
  factorName,
  factorValue,
  ownPriceNote,
  ratesOf,
  servedByNote,
  unknownFromNote,
} from '../price';
import { earlierPricesUnknown } from '../marks';
import { storageRate } from '../page/cachingDetails';
import { columnLabel } from '../page/table';
import { describeDisagreement, describeTrust } from '../trust';
import { Citations } from './sources';
import { counted } from '../language/forms';
import { commas, inBrackets, semicolons, sentences } from '../language/lists';
import { about, asSentence, type Words } from '../words';

/** The title of the tab. */
export function priceSheetTitle({ l10n }: Words, modelName: string): string {
  return l10n.t('Prices: {0}', modelName);
}

/** In place of the sheet of a model that the price table does not have, or no longer. */
export function noPriceSheet({ l10n }: Words, id: string): string {
  return `${l10n.t(
    'The price table has no model {0}. "API Spend: Show Price Sheet of a Model…" lists those that it has.',
    markdownCode(id),
  )}\n`;
}

/** Writes the numbers of sources. */
type Cite = Citations['cite'];

/** A model's prices as Markdown. Escapes all names, because users can name models. */
export function describePriceSheet(words: Words, { model, periods }: PriceSheet): string {
  const { l10n } = words;
  const sources = new Citations(words);
  const sections = [
    `# ${escapeMarkdown(model.name)}`,
    factLines(words, model, sources.cite).join('\n'),
    l10n.t('Prices are in US dollars per million tokens.'),
    ...periods.map((period) => describePeriod(words, period, sources.cite)),
  ];
  const { list } = sources;
  const all = list.length === 0 ? [] : [`## ${l10n.t('Sources')}`, list.join('\n')];
  return `${[...sections, ...all].join('\n\n')}\n`;
}

function factLines(words: Words, model: PriceSheet['model'], cite: Cite): readonly string[] {
  const { l10n } = words;
  const { tokenizer, cacheMinimumTokens, contextWindowTokens, maxOutputTokens } = model;
  const { unlistedIn, endSource } = model;
  const counting = commas(words, [
    markdownCode(tokenizer.encoding),
    describeAccuracy(words, model),
  ]);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [columnLabel(words, 'model', false), markdownCode(model.id)],
    [l10n.t('Also called'), commas(words, model.aliases.map(markdownCode)) || undefined],
    [columnLabel(words, 'provider', false), escapeMarkdown(model.providerName)],
    [l10n.t('Context window'), tokensText(words, contextWindowTokens)],
    [longestAnswer(words), tokensText(words, maxOutputTokens)],
    [l10n.t('Shortest prompt that is cached'), tokensText(words, cacheMinimumTokens)],
    [l10n.t('Storage of an explicit cache'), storageText(words, model, cite)],
    [l10n.t('Counted with'), counting],
    [l10n.t('Newest list'), unlistedIn && l10n.t('does not have it') + cite(unlistedIn)],
    [l10n.t('End of sale'), endSource && l10n.t('named by its vendor') + cite(endSource)],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [`- ${about(words, name, value)}`],
  );
}

/** "$0.50 per million tokens and hour [1], from Jan 1, 2027 $1.00 per million tokens and hour [1]". */
function storageText(
  words: Words,
  { cacheStorage = [] }: PriceSheet['model'],
  cite: Cite,
): string | undefined {
  const { l10n } = words;
  const each = cacheStorage.map((storage) => {
    const rate = storageRate(words, storage) + cite(storage.source);
    return Number.isFinite(storage.fromMs)
      ? l10n.t('from {0} {1}', showInstant(words, storage.fromMs), rate)
      : rate;
  });
  return each.length === 0 ? undefined : commas(words, each);
}

function tokensText(words: Words, tokens: number | undefined): string | undefined {
  return tokens === undefined ? undefined : tokensOf(words, tokens, showNumber(words, tokens));
}

function describePeriod(words: Words, period: SheetPeriod, cite: Cite): string {
  const { l10n } = words;
  const names = RATE_NAMES.filter((name) =>
    period.rows.some(({ rates }) => rates.some((rate) => rate.name === name)),
  );
  const header = [l10n.t('Prompt'), ...names.map((name) => rateName(words, name))];
  const rows = period.rows.map((row) => [
    rowTitle(words, row),
    ...names.map((name) => {
      const rate = row.rates.find((each) => each.name === name);
      return rate ? showRate(words, rate.usdPerMillionTokens) : '-';
    }),
  ]);
  return [
    `## ${periodTitle(words, period)}`,
    markdownTable([header, ...rows], { alignDelimiters: false }),
    noteLines(words, period, cite)
      .map((note) => `- ${note}`)
      .join('\n'),
  ].join('\n\n');
}

/** "From Feb 26, 2025 until Sep 5, 2025, 4:00 PM UTC (now)". */
function periodTitle(words: Words, { fromMs, toMs, isCurrent }: SheetPeriod): string {
  const { l10n } = words;
  const [from, to] = [fromMs, toMs].map((ms) =>
    Number.isFinite(ms) ? showInstant(words, ms) : '',
  );
  const title = from
    ? to
      ? l10n.t('From {0} until {1}', from, to)
      : l10n.t('From {0}', from)
    : to
      ? l10n.t('Until {0}', to)
      : l10n.t('At all times');
  return isCurrent ? l10n.t('{0} (now)', title) : title;
}

function rowTitle(words: Words, row: SheetRow): string {
  const { window, isCurrent } = row;
  const length = lengthText(words, row);
  const title = window
    ? commas(words, [length, `${escapeMarkdown(window.name)} ${hoursText(words, window)}`])
    : length;
  return isCurrent ? `**${title}**` : title;
}

/** "Up to 272,000 tokens", "From 272,001 tokens". */
function lengthText(words: Words, { fromPromptTokens, toPromptTokens }: SheetRow): string {
  const { l10n } = words;
  if (fromPromptTokens !== undefined)
    return counted(
      words,
      fromPromptTokens,
      l10n.t('[other]From {0} tokens'),
      showNumber(words, fromPromptTokens),
    );
  return toPromptTokens === undefined
    ? l10n.t('Any length')
    : counted(
        words,
        toPromptTokens,
        l10n.t('[one]Up to {0} token[other]Up to {0} tokens'),
        showNumber(words, toPromptTokens),
      );
}

/** "Mon, Tue 01:00-04:00, 06:00-10:00 UTC (days of UTC+08:00)" */
function hoursText(
  words: Words,
  { weekdays, calendarOffsetMinutes, timesUtc }: TimeWindow,
): string {
  const { l10n } = words;
  const isDaily = weekdays.length === 7;
  const days = isDaily
    ? l10n.t('daily')
    : commas(
        words,
        weekdays.map((day) => weekday(words, day)),
      );
  const times = timesUtc.map(
    ({ fromMinute, toMinute }) => `${clock(fromMinute)}-${clock(toMinute)}`,
  );
  const text = `${days} ${commas(words, times)} UTC`;
  if (isDaily || calendarOffsetMinutes === 0) return text;
  const sign = calendarOffsetMinutes < 0 ? '-' : '+';
  const offset = `UTC${sign}${clock(Math.abs(calendarOffsetMinutes))}`;
  return l10n.t('{0} (days of {1})', text, offset);
}

/** "Mon". @param day 1 (Monday) to 7 (Sunday). */
function weekday({ locale }: Words, day: number): string {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day));
  return date.toLocaleDateString(locale, { weekday: 'short', timeZone: 'UTC' });
}

function clock(minutes: number): string {
  const parts = [Math.floor(minutes / 60), minutes % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function noteLines(words: Words, period: SheetPeriod, cite: Cite): readonly string[] {
  const { l10n } = words;
  const { source, seen, servedBy, usdPerThousandRequests: fee, unknownFees, factors } = period;
  return [
    ...(servedBy ? [servedByNote(words, markdownCode(servedBy.id)) + cite(servedBy.source)] : []),
    ...(fee === undefined ? [] : [l10n.t('Fee: {0} per thousand requests', showRate(words, fee))]),
    ...(period.answerAtReasoningRate ? [answerAtReasoningRate(words)] : []),
    ...unknownLengthLines(words, period),
    ...factors.map((factor) => describeFactor(words, factor, cite)),
    ...(unknownFees.length === 0 ? [] : [unknownFeesNote(words, unknownFees)]),
    ...holidayLines(words, period, cite),
    ...(period.isOwn ? [ownPriceNote(words, source)] : []),
    ...(isWhollyOwn(source)
      ? []
      : [asSentence(words, describeTrust(words, period)) + cite(...agreeingSources(period))]),
    ...(seen === undefined ? [] : [asSentence(words, earlierPricesUnknown(words, period))]),
    ...disagreementLines(words, period, cite),
    ...(period.isStale ? [l10n.t('This price is old and may have changed.')] : []),
  ];
}

/** One for each length from which the price is unknown. */
function unknownLengthLines(words: Words, { rows }: SheetPeriod): readonly string[] {
  const lengths = rows.flatMap(({ fromPromptTokens, rates }) =>
    fromPromptTokens === undefined || rates.length > 0 ? [] : [fromPromptTokens],
  );
  return [...new Set(lengths)].map((length) => unknownFromNote(words, length));
}

/** "Batch: these prices × ½ [1]. Cached input costs the same as without it." */
function describeFactor(words: Words, applied: SheetFactor, cite: Cite): string {
  const { l10n } = words;
  const { name, factor } = applied;
  const { source, exceptRates, unknownRates, maxPromptTokens } = factor;
  const title = factorName(words, name);
  const rule = l10n.t('{0}: these prices × {1}', title, factorValue(words, applied));
  const price =
    name === 'discount'
      ? inBrackets(words, rule, markdownCode(TEAM_FILE_NAME))
      : rule + cite(source);
  const rules = [
    ...(exceptRates
      ? [l10n.t('{0} costs the same with it as without.', ratesOf(words, exceptRates))]
      : []),
    ...(unknownRates
      ? [l10n.t('What {0} costs with it is unknown.', ratesOf(words, unknownRates))]
      : []),
    ...(maxPromptTokens === undefined
      ? []
      : [
          counted(
            words,
            maxPromptTokens,
            l10n.t('[other]Sold for prompts of up to {0} tokens.'),
            showNumber(words, maxPromptTokens),
          ),
        ]),
  ];
  return rules.length === 0 ? price : l10n.t('{0}. {1}', price, sentences(words, rules));
}

/** "The hours "peak" do not apply on the holidays Oct 1, 2026; Oct 2, 2026; they are known until Dec 31, 2026 [2]". */
function holidayLines(words: Words, { rows }: SheetPeriod, cite: Cite): readonly string[] {
  const { l10n } = words;
  const windows = new Set(rows.map(({ window }) => window));
  return [...windows].flatMap((window) => {
    if (!window?.holidays) return [];
    const { days, knownUntilDay, source } = window.holidays;
    return [
      l10n.t(
        'The hours "{0}" do not apply on the holidays {1}; they are known until {2}',
        escapeMarkdown(window.name),
        semicolons(
          words,
          days.map((day) => dayText(words, day)),
        ),
        dayText(words, knownUntilDay),
      ) + cite(source),
    ];
  });
}

/** @param day days since 1970-01-01. */
function dayText(words: Words, day: number): string {
  return showInstant(words, day * 86_400_000);
}

function unknownFeesNote(words: Words, fees: readonly UnknownFee[]): string {
  const { l10n } = words;
  const names: Record<UnknownFee, string> = {
    searches: l10n.t('searches'),
    citations: l10n.t('citations'),
  };
  return l10n.t(
    'Also billed, and not known before the answer: {0}. There is no price therefore.',
    commas(
      words,
      fees.map((fee) => names[fee]),
    ),
  );
}

/** Both prices, and the sources that have another one. */
function disagreementLines(words: Words, period: SheetPeriod, cite: Cite): readonly string[] {
  const disagreement = describeDisagreement(words, period);
  if (disagreement === undefined) return [];
  return [
    `**${asSentence(words, disagreement)}**${cite(...disagreements(period).map(({ source }) => source))}`,
  ];
}
