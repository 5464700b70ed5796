import type { Fraction } from '../money';
import type { FactorName, FactorRate } from './factorSchema';
import type { UnknownFee } from './periodSchema';
import type { Rates } from './rateSchema';
import type { BillingUnit, ModelKind, Tokenizer } from './schema';

export interface Source {
  /** A package with its version, or the host of a page; letters, digits and . : / _ - alone. Empty for own prices. */
  readonly name: string;
  /** Address of the page or package; empty for the user's own prices. */
  readonly url: string;
  /** Day on which the price was looked at, YYYY-MM-DD; empty if unknown, and for the user's own prices. */
  readonly checked: string;
  /** Day on which a package with the price was published; absent for a page. */
  readonly published?: string;
  /** The page was not read: others quote it. */
  readonly quoted?: boolean;
  /** A stored copy of the page was read, which can be older than `checked`. */
  readonly storedCopy?: boolean;
  readonly note?: string;
  readonly origin: PriceOrigin;
}

/** Who states a price: a price table, the user's settings, or the team's `.api-spend.json`. */
export type PriceOrigin = 'table' | 'user' | 'team';

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
  /** The first day on which a source had this price, YYYY-MM-DD, if it may have been another one before. */
  readonly seen?: string | undefined;
  readonly source: Source;
  /** Independent sources that have the same price. */
  readonly alsoIn: readonly Source[];
  /** Independent sources that have another price. */
  readonly disagreeing: readonly { readonly source: Source; readonly rates: Rates }[];
  /** The model that answers the requests, at its own prices; undefined: the model itself. */
  readonly servedBy: { readonly id: string; readonly source: Source } | undefined;
  /** With reasoning, the answer has its rate too. */
  readonly answerAtReasoningRate?: boolean | undefined;
  readonly usdPerThousandRequests: number | undefined;
  /** What the vendor bills besides, in amounts that nobody knows before the answer: without a price, then. */
  readonly unknownFees: readonly UnknownFee[];
  readonly windows: readonly TimeWindow[];
  readonly factors: Factors;
}

/** Rates for prompts of at least `fromPromptTokens` tokens, ascending within a card; without any, they are unknown. */
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
  /** Days on which it does not apply. */
  readonly holidays: Holidays | undefined;
}

/** Days of a vendor's calendar. */
export interface Holidays {
  /** Days since 1970-01-01, ascending. */
  readonly days: readonly number[];
  /** The last day of which it is known whether it is a holiday. */
  readonly knownUntilDay: number;
  readonly source: Source;
}

export interface Factor extends Fraction {
  readonly source: Source;
  /** Rates that it does not change. */
  readonly exceptRates?: readonly FactorRate[] | undefined;
  /** Rates of which it is not known whether it changes them. */
  readonly unknownRates?: readonly FactorRate[] | undefined;
  /** The longest prompt for which it is sold. */
  readonly maxPromptTokens?: number | undefined;
}

/** A factor of the table, or the team's discount, which applies to every request. */
export type AppliedFactorName = FactorName | 'discount';

/** Exact factors on all rates of a period, by the terms of a request; absent: unknown or not sold. */
export type Factors = Partial<Readonly<Record<AppliedFactorName, Factor>>>;

/** `vendor`: makes the models that it sells. A host runs weights of others, a gateway passes requests on. */
export type ProviderKind = 'vendor' | 'host' | 'gateway';

/**
 * One model of one provider: resellers price the same weights differently. A class to the compiler alone, which therefore
 * refuses a copy with `...` that states no periods: those of the bundled table are built when they are asked for.
 */
export declare abstract class Model {
  /** `provider/model`, unique in the table. */
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  readonly providerName: string;
  readonly providerKind: ProviderKind;
  readonly name: string;
  /** Embeddings and rerankers bill no output. */
  readonly kind: ModelKind;
  /** The open weights that it runs; the same name at every host. */
  readonly weights: string | undefined;
  readonly aliases: readonly string[];
  readonly contextWindowTokens: number | undefined;
  readonly maxOutputTokens: number | undefined;
  readonly cacheMinimumTokens: number | undefined;
  /** Cache writes have the input rate on cards without a cache write rate. */
  readonly cacheWritesAtInputRate: boolean;
  /** What keeping an explicit cache costs, oldest first; absent: unknown, or it has no explicit caches. */
  abstract get cacheStorage(): readonly CacheStorage[] | undefined;
  /** Whether the input tokens in the vendor's usage report include cached tokens (`inside`) or not (`beside`). */
  readonly cachedTokens: 'inside' | 'beside' | undefined;
  /** The newest list of its provider, which no longer has the model: nobody says whether it is still sold. */
  readonly unlistedIn: Source | undefined;
  /** The source of the day on which the last period ends. */
  readonly endSource: Source | undefined;
  readonly tokenizer: Tokenizer;
  /** Oldest first, without gaps or overlaps. */
  abstract get periods(): readonly [Period, ...Period[]];
}

/** A model whose periods are an ordinary property, so that a copy with `...` has them too. */
export type PlainModel = { readonly [Key in keyof Model]: Model[Key] };

/** The price of keeping an explicit cache from an instant on. */
export interface CacheStorage {
  /** Milliseconds since 1970, inclusive. */
  readonly fromMs: number;
  readonly usdPerMillionTokenHours: number;
  readonly source: Source;
}

/** A name that has meant several models over time, and so has no price of its own. */
export interface MovingAlias {
  /** `provider/name`. */
  readonly id: string;
  readonly name: string;
  /** Oldest first, adjacent. */
  readonly meanings: readonly AliasMeaning[];
}

/** The models that a name meant between two instants; several if it is not known which one. */
export interface AliasMeaning {
  /** Milliseconds since 1970, inclusive. */
  readonly fromMs: number;
  /** Milliseconds since 1970, exclusive. */
  readonly toMs: number;
  readonly modelIds: readonly string[];
}

/** A model that is not priced by text tokens. */
export interface OtherwiseBilled {
  /** `provider/model`. */
  readonly id: string;
  readonly name: string;
  readonly unit: BillingUnit;
}

export interface PriceTable {
  readonly models: readonly Model[];
  readonly movingAliases?: readonly MovingAlias[];
  readonly otherwiseBilled?: readonly OtherwiseBilled[];
}
