import type { Card, Factor, Factors, Model, Period, Source, TimeWindow } from './table/priceTable';
import { FACTOR_NAMES, RATE_NAMES, type FactorName, type RateName } from './table/schema';
import { DEFAULT_STALE_AFTER_DAYS, isStale } from './staleness';
import { findWindow } from './rates/timeWindow';

/** All that the table says of one model's prices, as data that a view renders. */
export interface PriceSheet {
  readonly model: Model;
  /** Newest first. */
  readonly periods: readonly SheetPeriod[];
}

export interface SheetPeriod {
  readonly fromMs: number;
  readonly toMs: number;
  /** It holds at the time of the sheet. */
  readonly isCurrent: boolean;
  readonly source: Source;
  readonly isStale: boolean;
  /** The user's own price. */
  readonly isOwn: boolean;
  readonly rows: readonly SheetRow[];
  readonly usdPerThousandRequests: number | undefined;
  readonly factors: readonly SheetFactor[];
}

/** One card: the standard one, a tier of it, hours of the week, or a tier of those. */
export interface SheetRow {
  /** Shortest prompt that the row is for, when it is a tier's. */
  readonly fromPromptTokens: number | undefined;
  /** Hours that the row is for, when it is a window's. */
  readonly window: TimeWindow | undefined;
  /** It applies at the time of the sheet, for prompts of its length. */
  readonly isCurrent: boolean;
  readonly rates: readonly SheetRate[];
}

export interface SheetRate {
  readonly name: RateName;
  readonly usdPerMillionTokens: number;
}

export interface SheetFactor {
  readonly name: FactorName;
  readonly factor: Factor;
}

/** The sheet of a model at a time: every period, card, tier, window, fee, factor and source. */
export function priceSheet(
  model: Model,
  atMs: number,
  staleAfterDays = DEFAULT_STALE_AFTER_DAYS,
): PriceSheet {
  const periods = model.periods.map((period) => sheetPeriod(period, atMs, staleAfterDays));
  return { model, periods: periods.toReversed() };
}

function sheetPeriod(period: Period, atMs: number, staleAfterDays: number): SheetPeriod {
  const { fromMs, toMs, source, usdPerThousandRequests } = period;
  const isCurrent = fromMs <= atMs && atMs < toMs;
  const window = isCurrent ? findWindow(period.windows, atMs) : undefined;
  return {
    fromMs,
    toMs,
    isCurrent,
    source,
    isStale: isStale(source, atMs, staleAfterDays),
    isOwn: source.origin === 'user',
    rows: [
      ...rowsOf(period, undefined, isCurrent && !window),
      ...period.windows.flatMap((each) => rowsOf(each, each, each === window)),
    ],
    usdPerThousandRequests,
    factors: factorsOf(period.factors),
  };
}

function rowsOf(
  { rates, tiers }: Card,
  window: TimeWindow | undefined,
  isCurrent: boolean,
): readonly SheetRow[] {
  const cards = [{ fromPromptTokens: undefined, rates }, ...tiers];
  return cards.map((card) => ({
    fromPromptTokens: card.fromPromptTokens,
    window,
    isCurrent,
    rates: RATE_NAMES.flatMap((name) => {
      const usdPerMillionTokens = card.rates[name];
      return usdPerMillionTokens === undefined ? [] : [{ name, usdPerMillionTokens }];
    }),
  }));
}

function factorsOf(factors: Factors): readonly SheetFactor[] {
  return FACTOR_NAMES.flatMap((name) => {
    const factor = factors[name];
    return factor ? [{ name, factor }] : [];
  });
}
