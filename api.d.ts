// The API that the API Spend extension exports: copy this file into your extension. The guide with an
// example is docs/api.md. Results are frozen plain objects: keep them, compare them, write them as JSON.
import type { CancellationToken, Event, Uri } from 'vscode';

/** The value of `await extensions.getExtension('api-spend.api-spend').activate()`. */
export interface ApiSpendApi {
  /**
   * The version of this interface, by semantic versioning: a major version never loses a member and never
   * changes a meaning; a minor version adds members.
   */
  readonly apiVersion: string;

  /** Tokens of a text in a model's encoding, or in an encoding of your choice. */
  count(text: string, options?: CountOptions): Promise<TokenCount>;

  /** The cost of one call with a text on one model. */
  estimate(text: string, options?: EstimateOptions): Promise<Estimate>;

  /**
   * Estimates for several models: those that can be bought for the call, then those whose limits it exceeds,
   * those that are no longer sold and unpriced ones; in each group the cheapest first.
   */
  compare(text: string, options?: CompareOptions): Promise<readonly Estimate[]>;

  /** The estimate of the status bar, also while the user hides the item. */
  readonly shown: ShownEstimate;

  /** Fires after the estimate of the status bar changed. */
  readonly onDidChangeEstimate: Event<ShownEstimate>;
}

export interface CallOptions {
  /**
   * VS Code's language id of the text, such as `python`. Estimated counts depend on it. Default: `plaintext`.
   */
  readonly languageId?: string;
  /** The file whose settings apply, where folders have their own settings. */
  readonly resource?: Uri;
  /** Either one cancels the work; the promise then rejects with VS Code's `CancellationError`. */
  readonly signal?: AbortSignal;
  readonly token?: CancellationToken;
}

/** Either a model or an encoding. Default: the user's model. */
export interface CountOptions extends CallOptions {
  /** `provider/model`, or another name of the model; see docs/names.md. */
  readonly model?: string;
  /** o200k_base, cl100k_base, deepseek_v3, qwen3, llama3, tekken or gemma3. */
  readonly encoding?: string;
}

interface PricingOptions extends CallOptions {
  /** Assumptions about the call. Default of each field: the user's setting. */
  readonly scenario?: Scenario;
  /** The time of the call: a Date, milliseconds since 1970, or an ISO 8601 instant in UTC. Default: now. */
  readonly at?: Date | number | string;
  /** Whether to tell when caching pays also where the scenario assumes no cache. Default: false. Since 1.3. */
  readonly caching?: boolean;
}

export interface EstimateOptions extends PricingOptions {
  /** Default: the user's model. */
  readonly model?: string;
}

export interface CompareOptions extends PricingOptions {
  /**
   * Names of models; `current`: one row for each model that a vendor sells now, the user's and the pinned models;
   * `all`: every model of the price table. Default: `current`.
   */
  readonly models?: readonly string[] | 'current' | 'all';
}

/** The settings `apiSpend.scenario.*` and `apiSpend.treatTextAs`, under the same names and with the same limits. */
export interface Scenario {
  readonly outputTokens?: number;
  readonly reasoningTokens?: number;
  readonly cachedShare?: number;
  readonly cacheWrite?: 'none' | 'short' | 'long';
  readonly batch?: boolean;
  readonly serviceTier?: 'standard' | 'flex' | 'fast' | 'ultrafast' | 'priority';
  readonly regional?: boolean;
  readonly callsPerDay?: number;
  readonly messages?: number;
  readonly conversationTurns?: number;
  readonly turnInputTokens?: number;
  readonly cacheHistory?: boolean;
  readonly cacheHours?: number;
  /** `input`: the text is sent to the model; `output`: the model writes it. */
  readonly treatTextAs?: 'input' | 'output';
}

/**
 * In an exact count, `low`, `tokens` and `high` are equal. Whole numbers, but of a template with several samples, whose
 * means they are.
 */
export interface TokenCount {
  readonly tokens: number;
  /** Lower end of the band in which the true count is expected. */
  readonly low: number;
  readonly high: number;
  readonly method: 'exact' | 'estimated';
  /**
   * A sentence in English: the encoding, the factors applied to it, and the evidence for both. It also says
   * whether an exact count is near-exact, that is, counted with a vocabulary that is probably the model's.
   */
  readonly source: string;
}

export interface Estimate {
  /** `provider/model`. */
  readonly model: string;
  /** The display name. */
  readonly modelName: string;
  /** Embeddings and rerankers answer with no text, so no output is assumed. Since 1.2. */
  readonly modelKind: 'text' | 'embedding' | 'reranker';
  /**
   * The name that was given for the model, or that the user's setting has, if it is not an id or alias of the price
   * table: another spelling, a library's or a region's prefix, or an alias that moves; else null. Since 1.2.
   */
  readonly resolvedFrom: string | null;
  /**
   * Ids of the models that API requests in the shown file name and are priced on, each once: the price is their sum, and
   * `model` is that of requests which name none. Null: all is on `model`. Since 1.2.
   */
  readonly ownModels: readonly string[] | null;
  readonly count: TokenCount;
  /** All assumptions of this estimate. */
  readonly scenario: Required<Scenario>;
  /** The time of the call, an instant in UTC. */
  readonly at: string;
  readonly price: Price | NoPrice;
  /** The longest prompt as a share of the model's context window; null if the window is unknown. */
  readonly contextShare: number | null;
  /** Whether the known limits of the model allow the call: both of the next two. */
  readonly fits: boolean;
  /** Whether prompt and answer together fit the context window. Since 1.1. */
  readonly fitsContextWindow: boolean;
  /** Whether the answer is within the model's maximum output. Since 1.1. */
  readonly fitsMaxOutput: boolean;
  /**
   * From `compare`: how many times the cheapest model that can be bought for the call; null where this one
   * cannot be bought, or that one is free. Else null. Since 1.1.
   */
  readonly timesCheapest: number | null;
  /**
   * When writing the prompt to the cache pays; null: the scenario assumes no cache, and the option `caching` does not ask
   * for it, or API requests are priced on several models. Since 1.3.
   */
  readonly caching: Caching | null;
  /**
   * Of the shown template, one call with each of several samples of its values: `count` and `price` are their means.
   * Null: there are not several samples. Since 1.3.
   */
  readonly samples: readonly Sample[] | null;
}

/** One call with one sample of a template. */
export interface Sample {
  /** The place in the list of samples, from 1. */
  readonly sample: number;
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  /** Null without a price. */
  readonly totalUsd: string | null;
}

/** docs/scenario.md, "When caching pays", has the formula. */
export interface Caching {
  /**
   * `pays`: from `paysFrom` on. `atOnce`: no number of calls costs more. `never`: each costs more or the same.
   * `belowMinimum`: the model caches no prompt that is so short. `nothingToCache`: no part of the prompt is stable.
   * `unknown`: a rate is not known. Minor versions may add values.
   */
  readonly outcome: 'pays' | 'atOnce' | 'never' | 'belowMinimum' | 'nothingToCache' | 'unknown';
  /** The first number of calls, or of turns of a conversation, that together cost less with the cache; null: none. */
  readonly paysFrom: number | null;
  /** The share of calls that find the cache, 0 to 1, below which it costs more; null: none. */
  readonly hitShare: number | null;
}

/**
 * Amounts are exact US dollars as decimal strings, such as "0.0000123". Add them as decimals, not as
 * floating-point numbers.
 */
export interface Price {
  readonly kind: 'priced';
  readonly totalUsd: string;
  /** The total at the low end of the count's band. */
  readonly lowUsd: string;
  readonly highUsd: string;
  /** Cost of the prompt; `inputUsd + outputUsd = totalUsd`. */
  readonly inputUsd: string;
  readonly outputUsd: string;
  /** Each later call of a day: less than `totalUsd` where it reads from the cache what the first wrote. Since 1.1. */
  readonly laterUsd: string;
  /** Cost of the scenario's calls per day. */
  readonly dailyUsd: string;
  /** The same for 30 days. Since 1.1. */
  readonly monthlyUsd: string;
  /** As in the status bar: rounded, in the user's language and currency, with ≈ if estimated. */
  readonly text: string;
  /** The day on which the price was checked, YYYY-MM-DD; empty if unknown, and for a price that is wholly own. */
  readonly checked: string;
  /** The day on which the price's package was published, YYYY-MM-DD; empty for a page and a price that is wholly own. Since 1.2. */
  readonly published: string;
  /** How the price is known; minor versions may add values. Since 1.2. */
  readonly trust: PriceTrust;
  /** Address of the published price; empty for a price that is wholly own. */
  readonly source: string;
  /** Names of the independent sources that have this price; empty for the user's own price. Since 1.2. */
  readonly sources: readonly string[];
  /** Rates that other independent sources give differently. Since 1.2. */
  readonly disagreements: readonly RateDisagreement[];
  /** Checked, or published if that day is unknown, longer ago than `apiSpend.pricing.staleAfterDays`. */
  readonly stale: boolean;
  /** At least one rate, or a discount, is the user's or the team's own. */
  readonly own: boolean;
  /** The team's factor on the list price, 0.85 for 15 % off; null: none. Since 1.1. */
  readonly discount: number | null;
  /** The model was no longer sold at the time of the call; this is its last price. */
  readonly retired: boolean;
  /** The newest list of the provider lacks the model: nobody says whether it is still sold. Since 1.2. */
  readonly unlisted: boolean;
  /** First day on which the price was seen, YYYY-MM-DD, if another one may have applied before; null: it applied. Since 1.2. */
  readonly seen: string | null;
  /** The model that answers requests for this one, at its own prices, as `provider/model`; null: itself. Since 1.1. */
  readonly servedBy: string | null;
  /** The name of the hours whose rates apply, such as `peak`; null: the rates of all hours. Since 1.1. */
  readonly hours: string | null;
  /** These hours do not apply on public holidays, and whether the day is one is not known yet. Since 1.1. */
  readonly holidayUnknown: boolean;
  /** The prompt tokens from which the long-context rates that apply hold; null: the base rates. Since 1.1. */
  readonly longContextFrom: number | null;
  /** Caching is assumed, and the prompt is shorter than the model's minimum: nothing is cached. Since 1.1. */
  readonly belowCacheMinimum: boolean;
  /**
   * Caching is assumed, and the shortest prompt that the model caches is unknown: the price holds for a prompt that is
   * long enough. Since 1.1.
   */
  readonly cacheMinimumUnknown: boolean;
  /** Messages are assumed, and no overhead of the chat format is known for the model: none is counted. Since 1.1. */
  readonly overheadUnknown: boolean;
}

/**
 * `vendor`: read at the vendor. `copy`: read in a stored copy of the vendor's page, which can be older than the check.
 * `agreed`: equal in at least two independent sources. `single`: from one source.
 * `own`: from the user's settings.
 */
export type PriceTrust = 'vendor' | 'copy' | 'agreed' | 'single' | 'own';

/** A rate that another source gives differently, in US dollars per million tokens. */
export interface RateDisagreement {
  readonly source: string;
  /** For example `input`, `cachedInput`, `output`. */
  readonly rate: string;
  readonly other: number;
  /** The rate that priced the call; null: unknown. */
  readonly used: number | null;
}

/** A known model without a known price. Never 0. */
export interface NoPrice {
  readonly kind: 'unpriced';
  /** For example `notYetSold`, `noBatch`, `noServiceTier`, `noCachedInputRate`; minor versions may add values. */
  readonly reason: string;
  /** The reason as a sentence in the user's language. */
  readonly text: string;
}

export type ShownEstimate =
  | {
      readonly kind: 'estimate';
      /** The document. */
      readonly uri: string;
      readonly estimate: Estimate;
    }
  /** No number yet. */
  | { readonly kind: 'counting'; readonly uri: string }
  /** Nothing is open, VS Code gives no text for it, or the setting `apiSpend.ignoredLanguages` leaves it out. */
  | { readonly kind: 'none' }
  /** A setting is invalid, or something failed; `message` is a sentence about it. */
  | { readonly kind: 'problem'; readonly message: string };

/** The rejection of a request that cannot be answered. */
export interface ApiSpendError extends Error {
  readonly name: 'ApiSpendError';
  readonly code: 'invalidArgument' | 'unknownModel' | 'ambiguousModel' | 'invalidSettings';
  /** Ids of similar models. */
  readonly candidates: readonly string[];
}
