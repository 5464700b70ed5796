import type { CacheStorage, Model, PlainModel, ProviderKind, Source } from '../priceTable';
import type { ModelKind, ModelRow, ProviderRow, Tokenizer } from '../schema';
import { named, NONE, sourceOf, type Entries } from './entries';
import { buildPeriods, instantsOf } from './periods';

/**
 * A model whose periods are built from its row when they are first asked for: they take most of the time that all
 * models take, and a start needs those of one. A copy with `...` has no periods of its own.
 */
export class TableModel implements Model {
  declare readonly id: string;
  declare readonly provider: string;
  declare readonly model: string;
  declare readonly providerName: string;
  declare readonly providerKind: ProviderKind;
  declare readonly name: string;
  declare readonly kind: ModelKind;
  declare readonly weights: string | undefined;
  declare readonly aliases: readonly string[];
  declare readonly contextWindowTokens: number | undefined;
  declare readonly maxOutputTokens: number | undefined;
  declare readonly cacheMinimumTokens: number | undefined;
  declare readonly cacheWritesAtInputRate: boolean;
  declare readonly cachedTokens: Model['cachedTokens'];
  declare readonly unlistedIn: Source | undefined;
  declare readonly endSource: Source | undefined;
  declare readonly tokenizer: Tokenizer;
  readonly #provider: ProviderRow;
  readonly #entries: Entries;
  readonly #storage: ModelRow['cacheStorage'];
  /** Undefined once the periods are built. */
  #row: ModelRow | undefined;

  constructor(provider: ProviderRow, row: ModelRow, entries: Entries) {
    const { unlistedIn, endSource } = row;
    this.id = `${provider.id}/${row.id}`;
    this.provider = provider.id;
    this.model = row.id;
    this.providerName = provider.name;
    this.providerKind = row.hosted ? 'host' : (provider.kind ?? 'vendor');
    this.name = row.name;
    this.kind = row.kind ?? 'text';
    this.weights = row.weights;
    this.aliases = row.aliases ?? NONE;
    this.contextWindowTokens = row.contextWindowTokens;
    this.maxOutputTokens = row.maxOutputTokens;
    this.cacheMinimumTokens = row.cacheMinimumTokens;
    this.cacheWritesAtInputRate = row.cacheWritesAtInputRate ?? false;
    this.#storage = row.cacheStorage;
    this.cachedTokens = provider.cachedTokens;
    this.unlistedIn = unlistedIn === undefined ? undefined : sourceOf(unlistedIn, entries);
    this.endSource = endSource === undefined ? undefined : sourceOf(endSource, entries);
    this.tokenizer = named(row.tokenizer, entries.file.tokenizers);
    this.#provider = provider;
    this.#entries = entries;
    this.#row = row;
  }

  get periods(): Model['periods'] {
    if (!this.#row) throw new Error(`no row: ${this.id}`);
    const value = buildPeriods(this.#provider, this.#row, this.#entries);
    // From now on an ordinary property, which lists of thousands read faster.
    Object.defineProperty(this, 'periods', { value, enumerable: true });
    this.#row = undefined;
    return value;
  }

  /** Few ask for it, and few have it. */
  get cacheStorage(): Model['cacheStorage'] {
    return this.#storage && buildStorage(this.#storage, this.#entries);
  }

  /** As `isRedirected`; builds no periods. */
  get isRedirected(): boolean {
    return (this.#row ?? this).periods.some(({ servedBy }) => servedBy);
  }

  /** `JSON.stringify` reads no getters of classes. */
  toJSON(): PlainModel {
    return plainModel(this);
  }
}

/** Whether another model answers the requests for a model in some period. */
export function isRedirected(model: Model): boolean {
  return model instanceof TableModel
    ? model.isRedirected
    : model.periods.some(({ servedBy }) => servedBy);
}

/** A copy with the periods. */
export function plainModel(model: Model): PlainModel {
  const { periods, cacheStorage } = model;
  return Object.assign({ periods, cacheStorage }, model);
}

/** Oldest first. */
function buildStorage(
  rows: NonNullable<ModelRow['cacheStorage']>,
  entries: Entries,
): readonly CacheStorage[] {
  return rows
    .map(({ from, usdPerMillionTokenHours, source }) => ({
      fromMs: instantsOf(from, null).fromMs,
      usdPerMillionTokenHours,
      source: sourceOf(source, entries),
    }))
    .toSorted((a, b) => a.fromMs - b.fromMs);
}
