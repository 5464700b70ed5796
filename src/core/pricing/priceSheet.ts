import type {
  AppliedFactorName,
  Card,
  Factor,
  Factors,
  Model,
  Period,
  Source,
  TimeWindow,
} from './table/priceTable';
import { FACTOR_NAMES } from './table/factorSchema';
import { RATE_NAMES, type RateName } from './table/rateSchema';
import { isOwn, isWhollyOwn } from './own/rates';
import { DEFAULT_STALE_AFTER_DAYS, isStale } from './staleness';
import { findWindow } from './rates/timeWindow';

/** All prices of one model, as data that a view renders. */
export interface PriceSheet {
  readonly model: Model;
  /** The one that applies, then later ones, the next first, then earlier ones, the newest first. */
  readonly periods: readonly SheetPeriod[];
}

export interface SheetPeriod {
  readonly fromMs: number;
  readonly toMs: number;
  /** It applies at the time of the sheet. */
  readonly isCurrent: boolean;
  /** The model that answers the requests, at its own prices. */
  readonly servedBy: Period['servedBy'];
  /** The first day on which it was seen, if earlier prices are not known. */
  readonly seen: string | undefined;
  readonly source: Source;
  readonly alsoIn: Period['alsoIn'];
  readonly disagreeing: Period['disagreeing'];
  /** The rates that `disagreeing` differs from. */
  readonly rates: Period['rates'];
  readonly isStale: boolean;
  /** Wholly or partly the user's or the team's. */
  readonly isOwn: boolean;
  readonly rows: readonly SheetRow[];
  readonly usdPerThousandRequests: number | undefined;
  readonly answerAtReasoningRate: boolean;
  readonly unknownFees: Period['unknownFees'];
  readonly factors: readonly SheetFactor[];
}

/** The rates of one card: the period's or a window's, or of one of its tiers. */
export interface SheetRow {
  /** Shortest prompt of the tier; undefined: not a tier. */
  readonly fromPromptTokens: number | undefined;
  /** Longest prompt with these rates; undefined: there is no longer tier. */
  readonly toPromptTokens: number | undefined;
  /** Hours of the week; undefined: all hours without a window. */
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
  readonly name: AppliedFactorName;
  readonly factor: Factor;
}

/** The prices of a model: every period with its tiers, windows, fee, factors and source. */
export function priceSheet(
  model: Model,
  atMs: number,
  staleAfterDays = DEFAULT_STALE_AFTER_DAYS,
): PriceSheet {
  const periods = model.periods.map((period) => sheetPeriod(period, atMs, staleAfterDays));
  return {
    model,
    periods: [
      ...periods.filter(({ isCurrent }) => isCurrent),
      ...periods.filter(({ fromMs }) => fromMs > atMs),
      ...periods.filter(({ toMs }) => toMs <= atMs).toReversed(),
    ],
  };
}

function sheetPeriod(period: Period, atMs: number, staleAfterDays: number): SheetPeriod {
  const { fromMs, toMs, source, alsoIn, disagreeing, rates, servedBy, usdPerThousandRequests } =
    period;
  const isCurrent = fromMs <= atMs && atMs < toMs;
  const window = isCurrent ? findWindow(period.windows, atMs) : undefined;
  return {
    fromMs,
    toMs,
    isCurrent,
    servedBy,
    seen: isWhollyOwn(source) ? undefined : period.seen,
    source,
    alsoIn,
    disagreeing,
    rates,
    isStale: isStale(source, atMs, staleAfterDays),
    isOwn: isOwn(period),
    rows: [
      ...rowsOf(period, undefined, isCurrent && !window),
      ...period.windows.flatMap((each) => rowsOf(each, each, each === window)),
    ],
    usdPerThousandRequests,
    answerAtReasoningRate: period.answerAtReasoningRate === true,
    unknownFees: period.unknownFees,
    factors: factorsOf(period.factors),
  };
}

function rowsOf(
  { rates, tiers }: Card,
  window: TimeWindow | undefined,
  isCurrent: boolean,
): readonly SheetRow[] {
  const cards = [{ fromPromptTokens: undefined, rates }, ...tiers];
  return cards.map((card, index) => ({
    fromPromptTokens: card.fromPromptTokens,
    toPromptTokens: lastBefore(cards[index + 1]?.fromPromptTokens),
    window,
    isCurrent,
    rates: RATE_NAMES.flatMap((name) => {
      const usdPerMillionTokens = card.rates[name];
      return usdPerMillionTokens === undefined ? [] : [{ name, usdPerMillionTokens }];
    }),
  }));
}

/** Prompts below the first one of the next tier. */
function lastBefore(fromPromptTokens: number | undefined): number | undefined {
  return fromPromptTokens === undefined ? undefined : fromPromptTokens - 1;
}

function factorsOf(factors: Factors): readonly SheetFactor[] {
  return (['discount', ...FACTOR_NAMES] as const).flatMap((name) => {
    const factor = factors[name];
    return factor ? [{ name, factor }] : [];
  });
}
