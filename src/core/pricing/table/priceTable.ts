import * as v from 'valibot';
import {
  FACTOR_NAMES,
  priceTableSchema,
  type FactorName,
  type FactorsRow,
  type ModelRow,
  type PeriodRow,
  type PriceTableFile,
  type ProviderRow,
  type Rates,
  type TierRow,
  type Tokenizer,
  type WindowRow,
} from './schema';
import { findTableProblems, futureProblems } from './checks';
import type { Fraction } from '../money';
import { schemaProblem, type Problem } from './problem';

export interface Source {
  /** Address of the page or package; empty for the user's own prices. */
  readonly url: string;
  /** Day on which the source was read, YYYY-MM-DD; empty for the user's own prices. */
  readonly checked: string;
  readonly note?: string;
  /** `user` for a price from the user's settings. */
  readonly origin: 'table' | 'user';
}

/** Rates, and the long-context tiers that replace them for long prompts. */
export interface Card {
  readonly rates: Rates;
  readonly tiers: readonly Tier[];
}

/** The rates between two instants. */
export interface Period extends Card {
  /** Milliseconds since 1970, inclusive; -Infinity: since the model has been sold. */
  readonly fromMs: number;
  /** Milliseconds since 1970, exclusive; Infinity: until further notice. */
  readonly toMs: number;
  readonly source: Source;
  /** The model that answers the requests, at its own prices; undefined: the model itself. */
  readonly servedBy: { readonly id: string; readonly source: Source } | undefined;
  readonly usdPerThousandRequests: number | undefined;
  readonly windows: readonly TimeWindow[];
  readonly factors: Factors;
}

/** Rates for prompts of at least `fromPromptTokens` tokens, ascending within a card. */
export interface Tier {
  readonly fromPromptTokens: number;
  readonly rates: Rates;
}

/** A card for some hours of the week within a period. */
export interface TimeWindow extends Card {
  readonly name: string;
  /** 1 (Monday) to 7 (Sunday) in the vendor's calendar. */
  readonly weekdays: readonly number[];
  /** Offset of the vendor's calendar from UTC, positive to the east. */
  readonly calendarOffsetMinutes: number;
  /** Minutes of the day in UTC, `toMinute` exclusive; past midnight if `toMinute` <= `fromMinute`. */
  readonly timesUtc: readonly { readonly fromMinute: number; readonly toMinute: number }[];
}

export interface Factor extends Fraction {
  readonly source: Source;
}

/** Exact factors on all rates of a period, by the terms of a request; absent: unknown or not sold. */
export type Factors = Partial<Readonly<Record<FactorName, Factor>>>;

/** One model of one provider: resellers price the same weights differently. */
export interface Model {
  /** `provider/model`, unique in the table. */
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  readonly providerName: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly contextWindowTokens: number | undefined;
  readonly maxOutputTokens: number | undefined;
  readonly cacheMinimumTokens: number | undefined;
  /** Cache writes have the input rate on cards without a cache write rate. */
  readonly cacheWritesAtInputRate: boolean;
  /** Whether the input tokens in the vendor's usage report include cached tokens (`inside`) or not (`beside`). */
  readonly cachedTokens: 'inside' | 'beside' | undefined;
  /** The source of the day on which the last period ends. */
  readonly endSource: Source | undefined;
  readonly tokenizer: Tokenizer;
  /** Oldest first, without gaps or overlaps. */
  readonly periods: readonly [Period, ...Period[]];
}

/** A name that has meant several models over time, and so has no price of its own. */
export interface MovingAlias {
  /** `provider/name`. */
  readonly id: string;
  readonly name: string;
  /** Ids of the models that it has named. */
  readonly modelIds: readonly string[];
}

export interface PriceTable {
  readonly models: readonly Model[];
  readonly movingAliases?: readonly MovingAlias[];
}

export type PriceTableResult =
  | { readonly ok: true; readonly table: PriceTable }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/**
 * Checks unknown JSON and turns it into a price table. A table with any problem is rejected as a whole; each problem
 * has its path and the reason.
 *
 * @param encodings names of the encodings that can be counted.
 * @param calibrations from a calibration to its base encoding; undefined: any name is accepted.
 * @param nowMs milliseconds since 1970; a source that was checked later is rejected. Undefined: any day is accepted.
 */
export function parsePriceTable(
  json: unknown,
  encodings: readonly string[],
  calibrations?: Readonly<Record<string, string>>,
  nowMs?: number,
): PriceTableResult {
  const parsed = v.safeParse(priceTableSchema, json, { abortPipeEarly: true });
  const problems = parsed.success
    ? [
        ...findTableProblems(parsed.output, { encodings, calibrations }),
        ...futureProblems(parsed.output, nowMs),
      ]
    : parsed.issues.map(schemaProblem);
  const [first, ...rest] = problems;
  if (first) return { ok: false, problems: [first, ...rest] };
  return { ok: true, table: buildTable(parsed.output as PriceTableFile) };
}

function buildTable(file: PriceTableFile): PriceTable {
  return {
    models: file.providers.flatMap((provider) =>
      provider.models.map((row) => buildModel(provider, row, file)),
    ),
    movingAliases: file.providers.flatMap((provider) =>
      (provider.movingAliases ?? []).map(({ id, models }) => ({
        id: `${provider.id}/${id}`,
        name: id,
        modelIds: models.map((model) => `${provider.id}/${model}`),
      })),
    ),
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
    name: row.name,
    aliases: row.aliases ?? [],
    contextWindowTokens: row.contextWindowTokens,
    maxOutputTokens: row.maxOutputTokens,
    cacheMinimumTokens: row.cacheMinimumTokens,
    cacheWritesAtInputRate: row.cacheWritesAtInputRate ?? false,
    cachedTokens: provider.cachedTokens,
    endSource: row.endSource === undefined ? undefined : buildSource(row.endSource, file),
    tokenizer: row.tokenizer,
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
    fromMs: row.from === null ? -Infinity : Date.parse(row.from),
    toMs: row.to === null ? Infinity : Date.parse(row.to),
    source: buildSource(row.source, file),
    rates: row.usdPerMillionTokens,
    servedBy: servedBy && {
      id: `${provider.id}/${servedBy.model}`,
      source: buildSource(servedBy.source, file),
    },
    usdPerThousandRequests: row.usdPerThousandRequests,
    tiers: buildTiers(row.tiers),
    windows: (row.windows ?? []).map(buildWindow),
    factors: buildFactors(row.factors ?? model.factors ?? {}, file),
  };
}

function buildSource(id: string, file: PriceTableFile): Source {
  const source = file.sources[id];
  if (!source) throw new Error(`no source: ${id}`);
  const { url, checked, note } = source;
  return { url, checked, ...(note === undefined ? {} : { note }), origin: 'table' };
}

function buildTiers(rows: readonly TierRow[] | undefined): readonly Tier[] {
  return (rows ?? []).map((row) => ({
    fromPromptTokens: row.fromPromptTokens,
    rates: row.usdPerMillionTokens,
  }));
}

function buildWindow(row: WindowRow): TimeWindow {
  return {
    name: row.name,
    weekdays: row.weekdays,
    calendarOffsetMinutes: minutesOf(row.calendarOffset),
    timesUtc: row.timesUtc.map(({ from, to }) => ({
      fromMinute: minutesOf(from),
      toMinute: minutesOf(to),
    })),
    rates: row.usdPerMillionTokens,
    tiers: buildTiers(row.tiers),
  };
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
      numerator: BigInt(factor.numerator),
      denominator: BigInt(factor.denominator),
      source: buildSource(factor.source, file),
    };
  }
  return factors;
}
