import type {
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
import {
  FACTOR_NAMES,
  type FactorName,
  type FactorsRow,
  type HolidaysRow,
  type ModelRow,
  type MovingAliasRow,
  type PeriodRow,
  type PriceTableFile,
  type ProviderRow,
  type SourceRow,
  type TierRow,
  type WindowRow,
} from './schema';

/** A table from rows that were checked before. */
export function buildTable(file: PriceTableFile): PriceTable {
  return {
    models: file.providers.flatMap((provider) =>
      provider.models.map((row) => buildModel(provider, row, file)),
    ),
    movingAliases: file.providers.flatMap((provider) =>
      (provider.movingAliases ?? []).map((alias) => buildAlias(provider.id, alias)),
    ),
    otherwiseBilled: file.providers.flatMap((provider) =>
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

function buildModel(provider: ProviderRow, row: ModelRow, file: PriceTableFile): Model {
  const [first, ...rest] = row.periods.map((period) => buildPeriod(period, row, provider, file));
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
    cachedTokens: provider.cachedTokens,
    endSource: row.endSource === undefined ? undefined : buildSource(row.endSource, file),
    tokenizer: named(row.tokenizer, file.tokenizers),
    periods: [first, ...rest],
  };
}

function buildPeriod(
  row: PeriodRow,
  model: ModelRow,
  provider: ProviderRow,
  file: PriceTableFile,
): Period {
  const { servedBy } = row;
  return {
    ...instantsOf(row.from, row.to),
    source: buildSource(row.source, file, row.checked),
    alsoIn: (row.alsoIn ?? []).map((id) => buildSource(id, file)),
    disagreeing: (row.disagreeing ?? []).map(({ source, usdPerMillionTokens: rates }) => ({
      source: buildSource(source, file),
      rates,
    })),
    rates: row.usdPerMillionTokens,
    servedBy: servedBy && {
      id: `${provider.id}/${servedBy.model}`,
      source: buildSource(servedBy.source, file),
    },
    usdPerThousandRequests: row.usdPerThousandRequests,
    unknownFees: row.unknownFees ?? [],
    tiers: buildTiers(row.tiers),
    windows: (row.windows ?? []).map((window) => buildWindow(window, file)),
    factors: buildFactors(named(row.factors ?? model.factors ?? {}, file.factorSets), file),
  };
}

/** @param looked day on which this price was looked at, if it is not the day of the source. */
function buildSource(id: string, file: PriceTableFile, looked?: string): Source {
  const source = file.sources[id];
  if (!source) throw new Error(`no source: ${id}`);
  const { url, published, quoted, note } = source;
  return {
    name: nameOf(id, source),
    url,
    checked: looked ?? source.checked ?? '',
    ...(published === undefined ? {} : { published }),
    ...(quoted === undefined ? {} : { quoted }),
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

function buildWindow(row: WindowRow, file: PriceTableFile): TimeWindow {
  return {
    name: row.name,
    weekdays: row.weekdays,
    calendarOffsetMinutes: minutesOf(row.calendarOffset),
    timesUtc: row.timesUtc.map(({ from, to }) => ({
      fromMinute: minutesOf(from),
      toMinute: minutesOf(to),
    })),
    holidays:
      row.exceptHolidays === undefined ? undefined : buildHolidays(row.exceptHolidays, file),
    rates: row.usdPerMillionTokens,
    tiers: buildTiers(row.tiers),
  };
}

function buildHolidays(name: string, file: PriceTableFile): Holidays {
  const { dates, knownUntil, source } = named<HolidaysRow>(name, file.holidays);
  return {
    days: dates.map(dayNumber),
    knownUntilDay: dayNumber(knownUntil),
    source: buildSource(source, file),
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

function buildFactors(row: FactorsRow, file: PriceTableFile): Factors {
  const factors: Partial<Record<FactorName, Factor>> = {};
  for (const name of FACTOR_NAMES) {
    const factor = row[name];
    if (!factor) continue;
    factors[name] = {
      ...factor,
      numerator: BigInt(factor.numerator),
      denominator: BigInt(factor.denominator),
      source: buildSource(factor.source, file),
    };
  }
  return factors;
}
