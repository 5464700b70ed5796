import type { UnknownKind } from '../media/part';
import { fits } from '../estimate/contextFit';
import type { NoPriceReason, Priced } from '../estimate/estimate';
import type { RankedEstimate } from '../estimate/ranking';
import { moneyToDecimal } from '../pricing/money';
import { discountOn } from '../pricing/own/discounts';
import { isUnlisted } from '../pricing/selection/sold';
import { firstSeen, isStale, mayNotHaveBegun } from '../pricing/staleness';
import type { Model, Period, PriceOrigin } from '../pricing/table/priceTable';
import type { RateName } from '../pricing/table/rateSchema';
import { agreeingSources, disagreements, trustOf, type Trust } from '../pricing/trust';
import type { CountMethod } from '../tokens/tokenCount';
import { cachingToJson, type CachingJson } from './cachingJson';
import type { ExportSentences } from './sentences';

/**
 * The fields of one estimate in JSON and CSV, described in docs/exports.md. Amounts are US dollars as decimal strings;
 * null without a price.
 */
export interface EstimateJson extends Partial<CachingJson> {
  readonly provider: string;
  readonly model: string;
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  readonly method: CountMethod;
  /** How the tokens are counted, and the evidence for it. */
  readonly counting: string;
  /** Fresh and cached input, cache writes, request fees. */
  readonly inputUsd: string | null;
  /** Output and reasoning; `inputUsd` + `outputUsd` = `totalUsd`. */
  readonly outputUsd: string | null;
  readonly totalUsd: string | null;
  readonly lowUsd: string | null;
  readonly highUsd: string | null;
  /** Each later call of a day; undefined if it costs the same as the first. */
  readonly laterUsd: string | undefined;
  readonly dailyUsd: string | null;
  /** For 30 days. */
  readonly monthlyUsd: string | null;
  /** Cost / cost of the cheapest model that can be bought; null if this model cannot be bought or the cheapest is free. */
  readonly timesCheapest: number | null;
  /** The longest prompt as a share of the context window; null if the window is unknown. */
  readonly contextShare: number | null;
  /** `fitsContextWindow` and `fitsMaxOutput`; an unknown limit fits. */
  readonly fits: boolean;
  readonly fitsContextWindow: boolean;
  readonly fitsMaxOutput: boolean;
  /** Why there is no price. Undefined with a price; the fields below are undefined without one. */
  readonly reason: NoPriceReason | undefined;
  /** Day on which the price was looked at; empty if unknown, and for the user's own price. */
  readonly priceChecked: string | undefined;
  /** Day on which its source was published; empty for a page, and for the user's own price. */
  readonly pricePublished: string | undefined;
  readonly priceTrust: Trust | undefined;
  readonly priceSource: string | undefined;
  /** Names of the independent sources that have the price. */
  readonly priceSources: readonly string[] | undefined;
  readonly priceDisagreements: readonly DisagreementJson[] | undefined;
  readonly priceOrigin: PriceOrigin | undefined;
  /** The team's factor on the list price, 0.85 for 15 % off; null: none. */
  readonly discount: number | null | undefined;
  /** Checked, or published if that day is unknown, more than `staleAfterDays` ago. */
  readonly stale: boolean | undefined;
  readonly retired: boolean | undefined;
  /** The newest list of the provider lacks the model: nobody says whether it is still sold. */
  readonly unlisted: boolean | undefined;
  /** First day on which the price was seen, if another one may have applied before; null: it applied at the time. */
  readonly priceSeen: string | null | undefined;
  /** Id of the model that answers the requests, at its own prices; null: the model itself. */
  readonly servedBy: string | null | undefined;
  /** Name of the hours whose rates apply; null: rates of all hours. */
  readonly hours: string | null | undefined;
  /** These hours do not apply on holidays, and whether the day is one is not known yet. */
  readonly holidayUnknown: boolean | undefined;
  /** Lower bound of the long-context tier that applies, in prompt tokens; null: base rates. */
  readonly longContextFrom: number | null | undefined;
  /** Caching is assumed, but the prompt is shorter than the model's minimum. */
  readonly belowCacheMinimum: boolean | undefined;
  /** Caching is assumed, and the model's minimum is unknown: the price holds for prompts that are long enough. */
  readonly cacheMinimumUnknown: boolean | undefined;
  /** There are messages, and nothing is known of what the chat format of the model adds to them. */
  readonly overheadUnknown: boolean | undefined;
  /** Of `tokens`, those of pictures, documents, sound, tools and names; undefined: nothing is sent beside the text. */
  readonly besideTokens: number | undefined;
  /** Of `tokens`, those that the chat format adds to messages; undefined: none. */
  readonly formatTokens: number | undefined;
  /** What is sent and has tokens that the vendor does not document: all amounts are lower limits; undefined: nothing. */
  readonly notCounted: readonly (UnknownKind | 'messages')[] | undefined;
}

/** A rate that another source gives differently, in USD per million tokens. */
export interface DisagreementJson {
  readonly source: string;
  readonly rate: RateName;
  readonly other: number;
  /** The rate that prices the model; null: unknown. */
  readonly used: number | null;
}

interface JsonOptions {
  /** Undefined: the default. */
  readonly staleAfterDays?: number | undefined;
  readonly hasCaching?: boolean;
}

export function estimateToJson(
  estimate: RankedEstimate,
  say: Pick<ExportSentences, 'counting'>,
  { staleAfterDays, hasCaching = false }: JsonOptions = {},
): EstimateJson {
  const { model, count, beside, format, price, fit, atMs, timesCheapest } = estimate;
  return {
    provider: model.provider,
    model: model.model,
    tokens: count.tokens,
    low: count.low,
    high: count.high,
    method: count.method,
    counting: say.counting(model),
    ...(price.kind === 'priced' ? amountsOf(price) : NO_AMOUNTS),
    timesCheapest: timesCheapest ?? null,
    contextShare: fit.share ?? null,
    fits: fits(fit),
    fitsContextWindow: fit.fitsWindow,
    fitsMaxOutput: fit.fitsAnswer,
    reason: price.kind === 'unpriced' ? price.reason : undefined,
    ...(price.kind === 'priced' ? rulesOf(model, price, atMs, staleAfterDays) : NO_RULES),
    overheadUnknown: price.kind === 'priced' ? format.isUnknown : undefined,
    ...(hasCaching ? cachingToJson(estimate) : {}),
    besideTokens: beside?.tokens,
    formatTokens: format.tokens > 0 ? format.tokens : undefined,
    notCounted: notCounted(estimate),
  };
}

function notCounted({ beside, format }: RankedEstimate): EstimateJson['notCounted'] {
  const unknown = [...(beside?.unknown ?? []), ...(format.isUnknown ? ['messages' as const] : [])];
  return unknown.length > 0 ? unknown : undefined;
}

type Amount =
  | 'inputUsd'
  | 'outputUsd'
  | 'totalUsd'
  | 'lowUsd'
  | 'highUsd'
  | 'laterUsd'
  | 'dailyUsd'
  | 'monthlyUsd';

function amountsOf({
  expected,
  low,
  high,
  later,
  perDay,
  perMonth,
}: Priced): Pick<EstimateJson, Amount> {
  return {
    inputUsd: moneyToDecimal(expected.input),
    outputUsd: moneyToDecimal(expected.output),
    totalUsd: moneyToDecimal(expected.total),
    lowUsd: moneyToDecimal(low),
    highUsd: moneyToDecimal(high),
    laterUsd: later && moneyToDecimal(later.expected.total),
    dailyUsd: moneyToDecimal(perDay.expected),
    monthlyUsd: moneyToDecimal(perMonth.expected),
  };
}

const NO_AMOUNTS: Pick<EstimateJson, Amount> = {
  inputUsd: null,
  outputUsd: null,
  totalUsd: null,
  lowUsd: null,
  highUsd: null,
  laterUsd: undefined,
  dailyUsd: null,
  monthlyUsd: null,
};

type Rule =
  | 'priceChecked'
  | 'pricePublished'
  | 'priceTrust'
  | 'priceSource'
  | 'priceSources'
  | 'priceDisagreements'
  | 'priceOrigin'
  | 'discount'
  | 'stale'
  | 'retired'
  | 'unlisted'
  | 'priceSeen'
  | 'servedBy'
  | 'hours'
  | 'holidayUnknown'
  | 'longContextFrom'
  | 'belowCacheMinimum'
  | 'cacheMinimumUnknown';

function rulesOf(
  model: Model,
  { applied, derivation }: Priced,
  atMs: number,
  staleAfterDays: number | undefined,
): Pick<EstimateJson, Rule> {
  const { period, retired, window, holidayUnknown, tier } = applied;
  const { source } = period;
  return {
    priceChecked: source.checked,
    pricePublished: source.published ?? '',
    priceTrust: trustOf(period),
    priceSource: source.url,
    priceSources: agreeingSources(period).map(({ name }) => name),
    priceDisagreements: disagreementsToJson(period),
    priceOrigin: source.origin,
    discount: discountOn(period) ?? null,
    stale: isStale(source, atMs, staleAfterDays),
    retired,
    unlisted: isUnlisted(model, atMs),
    priceSeen: mayNotHaveBegun(period, atMs) ? firstSeen(period) : null,
    servedBy: period.servedBy?.id ?? null,
    hours: window?.name ?? null,
    holidayUnknown,
    longContextFrom: tier?.fromPromptTokens ?? null,
    belowCacheMinimum: derivation.belowCacheMinimum,
    cacheMinimumUnknown: derivation.cacheMinimumUnknown,
  };
}

/** One entry for each source and rate. */
export function disagreementsToJson(period: Period): readonly DisagreementJson[] {
  return disagreements(period).flatMap(({ source, rates }) =>
    rates.map(({ name, other, used }) => ({
      source: source.name,
      rate: name,
      other,
      used: used ?? null,
    })),
  );
}

const NO_RULES: Pick<EstimateJson, Rule> = {
  priceChecked: undefined,
  pricePublished: undefined,
  priceTrust: undefined,
  priceSource: undefined,
  priceSources: undefined,
  priceDisagreements: undefined,
  priceOrigin: undefined,
  discount: undefined,
  stale: undefined,
  retired: undefined,
  unlisted: undefined,
  priceSeen: undefined,
  servedBy: undefined,
  hours: undefined,
  holidayUnknown: undefined,
  longContextFrom: undefined,
  belowCacheMinimum: undefined,
  cacheMinimumUnknown: undefined,
};
