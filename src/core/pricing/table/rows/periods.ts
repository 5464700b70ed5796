import type { PeriodRow } from '../periodSchema';
import type { Factors, Holidays, Model, Period, Tier, TimeWindow } from '../priceTable';
import type { HolidaysRow, TierRow, WindowRow } from '../rateSchema';
import type { ModelRow, ProviderRow } from '../schema';
import { factorsOf, named, NONE, sourceOf, type Entries } from './entries';

const NO_FACTORS: Factors = {};

/** The periods of a model, from its row and that of its provider. */
export function buildPeriods(
  provider: ProviderRow,
  row: ModelRow,
  entries: Entries,
): Model['periods'] {
  const periods: Period[] = [];
  for (const period of row.periods) periods.push(buildPeriod(period, row, provider, entries));
  if (isFilled(periods)) return periods;
  throw new Error(`no period: ${provider.id}/${row.id}`);
}

function isFilled(periods: Period[]): periods is [Period, ...Period[]] {
  return periods.length > 0;
}

function buildPeriod(
  row: PeriodRow,
  model: ModelRow,
  provider: ProviderRow,
  entries: Entries,
): Period {
  const { checked, alsoIn = NONE, disagreeing = NONE, servedBy, windows = NONE } = row;
  const source = sourceOf(row.source, entries);
  // Written out: a spread makes this three times slower, and a wide table has thousands of periods.
  const { fromMs, toMs } = instantsOf(row.from, row.to);
  return {
    fromMs,
    toMs,
    seen: row.seen,
    source: checked === undefined ? source : { ...source, checked },
    alsoIn: alsoIn.map((id) => sourceOf(id, entries)),
    disagreeing: disagreeing.map(({ source: id, usdPerMillionTokens: rates }) => ({
      source: sourceOf(id, entries),
      rates,
    })),
    rates: row.usdPerMillionTokens,
    servedBy: servedBy && {
      id: `${provider.id}/${servedBy.model}`,
      source: sourceOf(servedBy.source, entries),
    },
    answerAtReasoningRate: row.answerAtReasoningRate,
    usdPerThousandRequests: row.usdPerThousandRequests,
    unknownFees: row.unknownFees ?? NONE,
    tiers: (row.tiers ?? NONE).map(buildTier),
    windows: windows.map((window) => buildWindow(window, entries)),
    factors: buildFactors(row.factors ?? model.factors, entries),
  };
}

/** Absent bounds are infinite. */
export function instantsOf(
  from: string | null,
  to: string | null,
): { fromMs: number; toMs: number } {
  return {
    fromMs: from === null ? -Infinity : Date.parse(from),
    toMs: to === null ? Infinity : Date.parse(to),
  };
}

function buildFactors(factors: ModelRow['factors'], entries: Entries): Factors {
  if (factors === undefined) return NO_FACTORS;
  return factorsOf(named(factors, entries.file.factorSets), entries);
}

function buildTier({ fromPromptTokens, usdPerMillionTokens: rates }: TierRow): Tier {
  return { fromPromptTokens, rates };
}

function buildWindow(row: WindowRow, entries: Entries): TimeWindow {
  return {
    name: row.name,
    weekdays: row.weekdays,
    calendarOffsetMinutes: minutesOf(row.calendarOffset),
    timesUtc: row.timesUtc.map(({ from, to }) => ({
      fromMinute: minutesOf(from),
      toMinute: minutesOf(to),
    })),
    holidays:
      row.exceptHolidays === undefined ? undefined : buildHolidays(row.exceptHolidays, entries),
    rates: row.usdPerMillionTokens,
    tiers: (row.tiers ?? NONE).map(buildTier),
  };
}

function buildHolidays(name: string, entries: Entries): Holidays {
  const { dates, knownUntil, source } = named<HolidaysRow>(name, entries.file.holidays);
  return {
    days: dates.map(dayNumber),
    knownUntilDay: dayNumber(knownUntil),
    source: sourceOf(source, entries),
  };
}

/** Days from 1970-01-01 to "2026-10-01". */
function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

/** Minutes of "16:30", "+08:00" or "-03:30". */
function minutesOf(text: string): number {
  const [hours = '', minutes = ''] = text.replace(/^[+-]/, '').split(':');
  const total = Number(hours) * 60 + Number(minutes);
  return text.startsWith('-') ? -total : total;
}
