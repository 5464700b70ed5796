import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import type { Rates } from '../../../src/core/pricing/table/rateSchema';
import type { ModelKind } from '../../../src/core/pricing/table/schema';

/** A price of a source, without its source. */
export type RowPeriod = Pick<
  PeriodRow,
  'from' | 'to' | 'usdPerMillionTokens' | 'answerAtReasoningRate' | 'tiers'
>;

/** A model in one source. */
export interface SourceRow {
  readonly id: string;
  readonly name: string | undefined;
  readonly kind: ModelKind;
  /** Oldest first, at least one. */
  readonly periods: readonly RowPeriod[];
  readonly contextWindowTokens: number | undefined;
  readonly maxOutputTokens: number | undefined;
  /** Other ids for which the source states the same price. */
  readonly aliases: readonly string[];
  /** Day of the vendor's shutdown, YYYY-MM-DD. */
  readonly ends: string | undefined;
  /** Day on which the newest price was looked at, YYYY-MM-DD. */
  readonly lookedAt?: string | undefined;
  /** Day of the model's release, YYYY-MM-DD or YYYY-MM. */
  readonly released?: string | undefined;
}

/** A list of prices that is read by a program. */
export interface PriceSource {
  /** Its id in `sources` of the table. */
  readonly id: string;
  /** Day of its publication, YYYY-MM-DD. */
  readonly day: string;
  /** Sources of one lineage copy one another or the same list, so they do not confirm one another. */
  readonly lineage: string;
  /** The source that read the same page, and so is not confirmed by this one; a price that differs is told. */
  readonly samePageAs?: string | undefined;
  /** Whether it has the days on which prices changed, read at the vendors. */
  readonly isDated: boolean;
  /** Whether it has some models of a provider only: what it lacks may be sold. */
  readonly isPartial: boolean;
  /** Ids of one of its providers that are part of a subscription. */
  subscribed?(provider: string): readonly string[];
  /** The rows of one of its providers; none if it does not have the provider. */
  rows(provider: string): readonly SourceRow[];
}

/** A rate without the noise of a conversion from USD per token; a rate of 0 means free, unknown or not offered. */
export function rateOf(value: number | null | undefined): number | undefined {
  if (value === null || value === undefined || !Number.isFinite(value) || value <= 0)
    return undefined;
  return Math.round(value * 1e6) / 1e6;
}

/** Drops rates that are undefined, and a rate for cached input above that for input, which nobody bills. */
export function ratesFrom(rates: { readonly [K in keyof Rates]: Rates[K] | undefined }): Rates {
  const { input, cachedInput } = rates;
  const senseless = input !== undefined && cachedInput !== undefined && cachedInput > input;
  const kept = Object.entries(rates).filter(
    ([name, rate]) => rate !== undefined && !(senseless && name === 'cachedInput'),
  );
  return Object.fromEntries(kept);
}

/** A whole positive number of tokens. */
export function tokensOf(value: number | null | undefined): number | undefined {
  return value !== null && value !== undefined && Number.isInteger(value) && value > 0
    ? value
    : undefined;
}

const EMBEDDING =
  /embed|(^|[/.-])(bge|gte|e5|m2-bert|uae|plamo-embedding)-|(^|[/])voyage-(?!rerank)|voyage-code/i;

/** The kind of a model and the rates that it bills; undefined: no text model, embedding or reranker. */
export function kindAndRates(
  id: string,
  { output, ...input }: Rates,
): { readonly kind: ModelKind; readonly rates: Rates } | undefined {
  if (input.input === undefined) return undefined;
  if (/rerank/i.test(id)) return { kind: 'reranker', rates: input };
  if (EMBEDDING.test(id)) return { kind: 'embedding', rates: input };
  return output === undefined
    ? undefined
    : { kind: 'text', rates: ratesFrom({ ...input, output }) };
}
