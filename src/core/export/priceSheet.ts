import { formatInstant } from '../pricing/instant';
import type { PriceSheet, SheetFactor, SheetPeriod, SheetRow } from '../pricing/priceSheet';
import type { Source, TimeWindow } from '../pricing/table/priceTable';
import { RATE_NAMES, type RateName } from '../pricing/table/schema';
import { escapeMarkdown } from '../figures/escapeMarkdown';
import { formatRate, formatTokens } from '../figures/formats';

const RATE_TITLES: Readonly<Record<RateName, string>> = {
  input: 'Input',
  cachedInput: 'Cached input',
  cacheWrite: 'Cache write',
  cacheWriteLong: 'Long cache write',
  output: 'Output',
  reasoning: 'Reasoning',
};

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The sheet as Markdown, US dollars per million tokens. Names are text, never markup: users name models. */
export function renderPriceSheetMarkdown(sheet: PriceSheet, locale = 'en-US'): string {
  const { model, periods } = sheet;
  return [
    `# ${escapeMarkdown(model.name)}`,
    factLines(sheet, locale).join('\n'),
    'Prices are in US dollars per million tokens.',
    ...periods.map((period) => renderPeriod(period, locale)),
  ]
    .join('\n\n')
    .concat('\n');
}

function factLines({ model }: PriceSheet, locale: string): readonly string[] {
  const { tokenizer, cacheMinimumTokens, contextWindowTokens, maxOutputTokens } = model;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Model', code(model.id)],
    ['Also called', model.aliases.map(code).join(', ') || undefined],
    ['Provider', escapeMarkdown(model.providerName)],
    ['Context window', tokensText(contextWindowTokens, locale)],
    ['Longest answer', tokensText(maxOutputTokens, locale)],
    ['Caches from', tokensText(cacheMinimumTokens, locale)],
    [
      'Counted with',
      `${code(tokenizer.encoding)}, ${tokenizer.accuracy}: ${escapeMarkdown(tokenizer.evidence)}`,
    ],
    ['End', model.endSource && link(model.endSource)],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [`- ${name}: ${value}`]));
}

function tokensText(tokens: number | undefined, locale: string): string | undefined {
  return tokens === undefined ? undefined : `${formatTokens(tokens, locale)} tokens`;
}

function renderPeriod(period: SheetPeriod, locale: string): string {
  const names = RATE_NAMES.filter((name) =>
    period.rows.some(({ rates }) => rates.some((rate) => rate.name === name)),
  );
  const header = ['Prompt', ...names.map((name) => RATE_TITLES[name])];
  const rows = period.rows.map((row) => [
    rowTitle(row, locale),
    ...names.map((name) => {
      const rate = row.rates.find((each) => each.name === name);
      return rate ? formatRate(rate.usdPerMillionTokens, locale) : '-';
    }),
  ]);
  const table = [header, header.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  return [`## ${periodTitle(period)}`, table.join('\n'), noteLines(period, locale).join('\n')].join(
    '\n\n',
  );
}

function periodTitle({ fromMs, toMs, isCurrent }: SheetPeriod): string {
  const from = fromMs === -Infinity ? undefined : `from ${formatInstant(fromMs)}`;
  const to = toMs === Infinity ? undefined : `until ${formatInstant(toMs)}`;
  const title = [from, to].filter((part) => part !== undefined).join(' ') || 'at all times';
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${isCurrent ? ' (now)' : ''}`;
}

function rowTitle({ fromPromptTokens, window, isCurrent }: SheetRow, locale: string): string {
  const length =
    fromPromptTokens === undefined
      ? 'Any length'
      : `From ${formatTokens(fromPromptTokens, locale)} tokens`;
  const title = window ? `${length}, ${escapeMarkdown(window.name)} ${hoursText(window)}` : length;
  return isCurrent ? `**${title}**` : title;
}

/** "Mon, Tue 01:00-04:00, 06:00-10:00 UTC (days of UTC+08:00)" */
function hoursText({ weekdays, calendarOffsetMinutes, timesUtc }: TimeWindow): string {
  const days =
    weekdays.length === 7 ? 'daily' : weekdays.map((day) => WEEKDAYS[day - 1]).join(', ');
  const times = timesUtc.map(
    ({ fromMinute, toMinute }) => `${clock(fromMinute)}-${clock(toMinute)}`,
  );
  const sign = calendarOffsetMinutes < 0 ? '-' : '+';
  const offset = `UTC${sign}${clock(Math.abs(calendarOffsetMinutes))}`;
  const calendar =
    weekdays.length === 7 || calendarOffsetMinutes === 0 ? '' : ` (days of ${offset})`;
  return `${days} ${times.join(', ')} UTC${calendar}`;
}

function clock(minutes: number): string {
  const parts = [Math.floor(minutes / 60), minutes % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function noteLines(period: SheetPeriod, locale: string): readonly string[] {
  const { source, usdPerThousandRequests, factors } = period;
  return [
    ...(usdPerThousandRequests === undefined
      ? []
      : [`- Fee: ${formatRate(usdPerThousandRequests, locale)} per thousand requests`]),
    ...factors.map(renderFactor),
    period.isOwn ? '- Your own price, from the settings' : `- Source: ${link(source)}`,
    ...(source.note === undefined ? [] : [`- ${escapeMarkdown(source.note)}`]),
    ...(period.isStale ? ['- This price was checked long ago and may have changed'] : []),
  ];
}

function renderFactor({ name, factor }: SheetFactor): string {
  const { numerator, denominator, source } = factor;
  const value = denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
  return `- ${name}: ${value} of these prices (${link(source)})`;
}

function link({ url, checked }: Source): string {
  return `<${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>, checked ${checked}`;
}

/** Ids hold letters, digits and . : / _ - alone, so that none can end the code. */
function code(id: string): string {
  return `\`${id.replaceAll('`', '')}\``;
}
