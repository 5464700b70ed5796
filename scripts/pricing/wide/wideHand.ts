import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import type {
  BillingUnit,
  ModelRow,
  PriceTableFile,
  ProviderRow,
} from '../../../src/core/pricing/table/schema';
import type { AtMakersPrices } from '../sources/makers';
import type { Redirects } from './provider/redirects';

/** A provider of the wide table, and its name in each source. */
export interface WideProvider extends Pick<ProviderRow, 'id' | 'name' | 'kind' | 'cachedTokens'> {
  /** Matches ids in its sources that are another provider's. */
  readonly except?: string;
  /** Matches the ids of models of other vendors, which it hosts beside its own. */
  readonly hosted?: string;
  /** By source, what the ids match that it lists in full, if it does not list all that the provider sells. */
  readonly listed?: Readonly<Record<string, string>>;
  /** Stands before each of its ids; some sources leave it out, and write a dot for the `p` of a version. */
  readonly idPrefix?: string;
  /** Matches ids for which its list states only the storage of a cache write, without its input. */
  readonly cacheWritesWithoutInput?: string;
  /** Matches ids whose cache writes cost less than their input. */
  readonly cheapCacheWrites?: string;
  /** A page that says that it sells models, whose ids match, at their makers' list prices. */
  readonly passesThrough?: { readonly source: string; readonly models: string };
  /** The provider whose former prices were its own, for the ids that both have. */
  readonly formerOf?: string;
  /** The least tokens that it caches, where its page says so for all models that have a rate for cached input. */
  readonly cacheMinimumTokens?: number;
  /** Matches the maker before an id, which some sources leave out: the id without it is the row, with it an alias. */
  readonly makerPrefix?: string;
  /** All sources copy the provider's own list: they neither confirm nor dispute one another. */
  readonly ownList?: boolean;
  readonly in: Readonly<Record<string, string>>;
}

/**
 * The models of one provider that it no longer sells: by source of the table and first instant, or `unknown`, the ids.
 */
export type Ends = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export type FormerPrice = Pick<PeriodRow, 'source' | 'usdPerMillionTokens' | 'tiers'> & {
  readonly to: string;
};

type ByProvider<T> = Readonly<Record<string, T>>;

/** What is kept by hand of the wide table: `hand.json` beside this file. Keys are ids of providers. */
export interface WideHand {
  readonly sources: PriceTableFile['sources'];
  readonly tokenizers: NonNullable<PriceTableFile['tokenizers']>;
  readonly factorSets: NonNullable<PriceTableFile['factorSets']>;
  /** From a source of the hand-kept table to the lineage whose other members it does not confirm. */
  readonly lineages: Readonly<Record<string, string>>;
  /** Models whose price of the day of a source at the vendor was found to be the same there. */
  readonly vendorReads: ByProvider<{ readonly source: string; readonly models: readonly string[] }>;
  /** Patterns of ids that a source invents, or takes from another provider. */
  readonly leftOut: ByProvider<readonly string[]>;
  /** Rows that win over all sources. */
  readonly models: ByProvider<readonly ModelRow[]>;
  /**
   * Prices before those of the sources, by id of the model. The last one ends where that of the sources begins, and the
   * first one begins with the model.
   */
  readonly former: ByProvider<Readonly<Record<string, readonly FormerPrice[]>>>;
  /** `ends.json` beside this file. */
  readonly ends: ByProvider<Ends>;
  /** `redirects.json` beside this file. */
  readonly redirects?: Redirects;
  readonly atMakersPrices: AtMakersPrices;
  /** Names of factor sets for the ids that a pattern matches. */
  readonly factors: ByProvider<readonly { readonly models: string; readonly factors: string }[]>;
  readonly notPricedByTokens: ByProvider<Partial<Record<BillingUnit, readonly string[]>>>;
}

export function isMatch(pattern: string | undefined, id: string): boolean {
  return pattern !== undefined && new RegExp(pattern).test(id);
}
