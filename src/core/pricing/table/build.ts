import type { Sliced } from '../../scheduling/sliced';
import type {
  CacheStorage,
  Factor,
  Factors,
  Holidays,
  Model,
  MovingAlias,
  Period,
  PriceTable,
  Source,
  Tier,
  TimeWindow,
} from './priceTable';
import { FACTOR_NAMES, type FactorName, type FactorsRow } from './factorSchema';
import type { PeriodRow } from './periodSchema';
import type { HolidaysRow, TierRow, WindowRow } from './rateSchema';
import type { ModelRow, MovingAliasRow, PriceTableFile, ProviderRow, SourceRow } from './schema';

/** The file, and what many of its rows share. */
interface Entries {
  readonly file: PriceTableFile;
  readonly sources: Map<string, Source>;
  readonly factors: Map<FactorsRow, Factors>;
}

const NO_FACTORS: FactorsRow = {};

/** A table from rows that were checked before, in slices: each builds one model. */
export function* buildInSlices(file: PriceTableFile): Sliced<PriceTable> {
  const { providers } = file;
  const entries: Entries = { file, sources: new Map(), factors: new Map() };
  const models: Model[] = [];
  for (const provider of providers) {
    for (const row of provider.models) {
      models.push(buildModel(provider, row, entries));
      yield;
    }
  }
  return { models, ...namesOf(providers) };
}

function namesOf(
  providers: readonly ProviderRow[],
): Pick<PriceTable, 'movingAliases' | 'otherwiseBilled'> {
  return {
    movingAliases: providers.flatMap((provider) =>
      (provider.movingAliases ?? []).map((alias) => buildAlias(provider.id, alias)),
    ),
    otherwiseBilled: providers.flatMap((provider) =>
      (provider.notPricedByTokens ?? []).map(({ id, unit }) => ({
        id: `${provider.id}/${id}`,
        name: id,
        unit,
      })),
    ),
  };
}

function buildAlias(provider: string, { id, meanings }: MovingAliasRow): MovingAlias {
  return {
    id: `${provider}/${id}`,
    name: id,
    meanings: meanings.map(({ from, to, models }) => ({
      ...instantsOf(from, to),
      modelIds: models.map((model) => `${provider}/${model}`),
    })),
  };
}

/** Absent bounds are infinite. */
function instantsOf(from: string | null, to: string | null): { fromMs: number; toMs: number } {
  return {
    fromMs: from === null ? -Infinity : Date.parse(from),
    toMs: to === null ? Infinity : Date.parse(to),
  };
}

function buildModel(provider: ProviderRow, row: ModelRow, entries: Entries): Model {
  const [first, ...rest] = row.periods.map((period) => buildPeriod(period, row, provider, entries));
  if (!first) throw new Error(`no period: ${provider.id}/${row.id}`);
  return {
    id: `${provider.id}/${row.id}`,
    provider: provider.id,
    model: row.id,
    providerName: provider.name,
    providerKind: row.hosted ? 'host' : (provider.kind ?? 'vendor'),
    name: row.name,
    kind: row.kind ?? 'text',
    weights: row.weights,
    aliases: row.aliases ?? [],
    contextWindowTokens: row.contextWindowTokens,
    maxOutputTokens: row.maxOutputTokens,
    cacheMinimumTokens: row.cacheMinimumTokens,
    cacheWritesAtInputRate: row.cacheWritesAtInputRate ?? false,
    cacheStorage: row.cacheStorage && buildStorage(row.cacheStorage, entries),
    cachedTokens: provider.cachedTokens,
    unlistedIn: row.unlistedIn === undefined ? undefined : buildSource(row.unlistedIn, entries),
    endSource: row.endSource === undefined ? undefined : buildSource(row.endSource, entries),
    tokenizer: named(row.tokenizer, entries.file.tokenizers),
    periods: [first, ...rest],
  };
}

function buildStorage(
  rows: NonNullable<ModelRow['cacheStorage']>,
  entries: Entries,
): readonly CacheStorage[] {
  return rows
    .map(({ from, usdPerMillionTokenHours, source }) => ({
      fromMs: instantsOf(from, null).fromMs,
      usdPerMillionTokenHours,
      source: buildSource(source, entries),
    }))
    .toSorted((a, b) => a.fromMs - b.fromMs);
}

function buildPeriod(
  row: PeriodRow,
  model: ModelRow,
  provider: ProviderRow,
  entries: Entries,
): Period {
  const { servedBy } = row;
  // Written out: a spread makes this three times slower, and a wide table has thousands of periods.
  const { fromMs, toMs } = instantsOf(row.from, row.to);
  return {
    fromMs,
    toMs,
    seen: row.seen,
    source: buildSource(row.source, entries, row.checked),
    alsoIn: (row.alsoIn ?? []).map((id) => buildSource(id, entries)),
    disagreeing: (row.disagreeing ?? []).map(({ source, usdPerMillionTokens: rates }) => ({
      source: buildSource(source, entries),
      rates,
    })),
    rates: row.usdPerMillionTokens,
    servedBy: servedBy && {
      id: `${provider.id}/${servedBy.model}`,
      source: buildSource(servedBy.source, entries),
    },
    answerAtReasoningRate: row.answerAtReasoningRate,
    usdPerThousandRequests: row.usdPerThousandRequests,
    unknownFees: row.unknownFees ?? [],
    tiers: buildTiers(row.tiers),
    windows: (row.windows ?? []).map((window) => buildWindow(window, entries)),
    factors: buildFactors(
      named(row.factors ?? model.factors ?? NO_FACTORS, entries.file.factorSets),
      entries,
    ),
  };
}

/** @param looked day on which this price was looked at, if it is not the day of the source. */
function buildSource(id: string, entries: Entries, looked?: string): Source {
  const known = entries.sources.get(id) ?? newSource(id, entries.file);
  entries.sources.set(id, known);
  return looked === undefined ? known : { ...known, checked: looked };
}

function newSource(id: string, { sources }: PriceTableFile): Source {
  const source = sources[id];
  if (!source) throw new Error(`no source: ${id}`);
  const { url, published, quoted, storedCopy, note } = source;
  return {
    name: nameOf(id, source),
    url,
    checked: source.checked ?? '',
    ...(published === undefined ? {} : { published }),
    ...(quoted === undefined ? {} : { quoted }),
    ...(storedCopy === undefined ? {} : { storedCopy }),
    ...(note === undefined ? {} : { note }),
    origin: 'table',
  };
}

/** "genai-prices 0.1.8", "docs.z.ai". */
function nameOf(id: string, { url, published, version }: SourceRow): string {
  if (published !== undefined) return version === undefined ? id : `${id} ${version}`;
  return /^https:\/\/([\w.-]+)/.exec(url)?.[1] ?? id;
}

/** An entry by its name, or the entry itself. */
function named<T extends object>(
  entry: string | T,
  entries: Readonly<Record<string, T>> | undefined,
): T {
  if (typeof entry !== 'string') return entry;
  const found = entries?.[entry];
  if (!found) throw new Error(`no entry: ${entry}`);
  return found;
}

function buildTiers(rows: readonly TierRow[] | undefined): readonly Tier[] {
  return (rows ?? []).map((row) => ({
    fromPromptTokens: row.fromPromptTokens,
    rates: row.usdPerMillionTokens,
  }));
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
    tiers: buildTiers(row.tiers),
  };
}

function buildHolidays(name: string, entries: Entries): Holidays {
  const { dates, knownUntil, source } = named<HolidaysRow>(name, entries.file.holidays);
  return {
    days: dates.map(dayNumber),
    knownUntilDay: dayNumber(knownUntil),
    source: buildSource(source, entries),
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

function buildFactors(row: FactorsRow, entries: Entries): Factors {
  const known = entries.factors.get(row) ?? newFactors(row, entries);
  entries.factors.set(row, known);
  return known;
}

function newFactors(row: FactorsRow, entries: Entries): Factors {
  const factors: Partial<Record<FactorName, Factor>> = {};
  for (const name of FACTOR_NAMES) {
    const factor = row[name];
    if (!factor) continue;
    factors[name] = {
      ...factor,
      numerator: BigInt(factor.numerator),
      denominator: BigInt(factor.denominator),
      source: buildSource(factor.source, entries),
    };
  }
  return factors;
}
