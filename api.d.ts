// What the API Spend extension gives to other extensions: copy this file into yours. The guide with an
// example is docs/api.md. Everything that is returned is frozen and plain: it can be kept, compared and
// written as JSON.
import type { CancellationToken, Event, Uri } from 'vscode';

/** What `extensions.getExtension('api-spend.api-spend').activate()` resolves to. */
export interface ApiSpendApi {
  /**
   * The version of this interface, by semantic versioning: within a major version nothing is taken away
   * and nothing changes its meaning; a minor version adds.
   */
  readonly apiVersion: string;

  /** Tokens of a text in a model's encoding, or in an encoding of your choice. */
  count(text: string, options?: CountOptions): Promise<TokenCount>;

  /** What one call with a text costs on one model. */
  estimate(text: string, options?: EstimateOptions): Promise<Estimate>;

  /** The same for several models, cheapest first, those without a price last. */
  compare(text: string, options?: CompareOptions): Promise<readonly Estimate[]>;

  /** What the status bar shows at the moment, also while the user hides the item. */
  readonly shown: ShownEstimate;

  /** Fires when what the status bar shows has changed. */
  readonly onDidChangeEstimate: Event<ShownEstimate>;
}

export interface CallOptions {
  /**
   * What the text is, by VS Code's language ids, such as `python`: counts that are estimated depend on it.
   * By default `plaintext`.
   */
  readonly languageId?: string;
  /** The file whose settings hold, where folders have their own. */
  readonly resource?: Uri;
  /** Either of them gives up the work; the promise then rejects with VS Code's `CancellationError`. */
  readonly signal?: AbortSignal;
  readonly token?: CancellationToken;
}

/** Either a model or an encoding; without both, the user's model. */
export interface CountOptions extends CallOptions {
  /** `provider/model`, or a name that only one provider has. */
  readonly model?: string;
  /** o200k_base, cl100k_base, deepseek_v3, qwen3, llama3, tekken or gemma3. */
  readonly encoding?: string;
}

interface PricingOptions extends CallOptions {
  /** What is assumed about the call; what is left out is as the user has it in the settings. */
  readonly scenario?: Scenario;
  /** The time of the call: a Date, milliseconds since 1970, or an instant in UTC. By default now. */
  readonly at?: Date | number | string;
}

export interface EstimateOptions extends PricingOptions {
  /** By default the user's model. */
  readonly model?: string;
}

export interface CompareOptions extends PricingOptions {
  /** By default all models of the price table. */
  readonly models?: readonly string[];
}

/** The settings `apiSpend.scenario.*` and `apiSpend.treatTextAs`, under the same names and with the same limits. */
export interface Scenario {
  readonly outputTokens?: number;
  readonly reasoningTokens?: number;
  readonly cachedShare?: number;
  readonly cacheWrite?: 'none' | 'short' | 'long';
  readonly batch?: boolean;
  readonly serviceTier?: 'standard' | 'flex' | 'fast' | 'priority' | 'ultrafast';
  readonly regional?: boolean;
  readonly callsPerDay?: number;
  readonly messages?: number;
  readonly conversationTurns?: number;
  readonly turnInputTokens?: number;
  readonly cacheHistory?: boolean;
  /** Whether the text is what the model is sent or what it writes. */
  readonly treatTextAs?: 'input' | 'output';
}

/** An exact count has no width: `low`, `tokens` and `high` are equal. */
export interface TokenCount {
  readonly tokens: number;
  /** The band in which the truth is expected. */
  readonly low: number;
  readonly high: number;
  readonly method: 'exact' | 'estimated';
  /**
   * In English: the encoding that was counted, the factors on top of it, and how they are known; also
   * whether an exact count is only near-exact, counted with a vocabulary taken for the model's own.
   */
  readonly source: string;
}

export interface Estimate {
  /** `provider/model`. */
  readonly model: string;
  /** For people. */
  readonly modelName: string;
  readonly count: TokenCount;
  /** Every assumption that was made. */
  readonly scenario: Required<Scenario>;
  /** The time of the call, an instant in UTC. */
  readonly at: string;
  readonly price: Price | NoPrice;
  /** The longest prompt as a share of the model's context window; null where the window is not known. */
  readonly contextShare: number | null;
  /** Whether prompt and answer fit the model's limits, as far as these are known. */
  readonly fits: boolean;
}

/**
 * Amounts are exact US dollars as decimal strings, such as "0.0000123": a sum of them is a sum of
 * decimals, not of floating-point numbers.
 */
export interface Price {
  readonly kind: 'priced';
  readonly totalUsd: string;
  /** At the low and at the high end of the count's band. */
  readonly lowUsd: string;
  readonly highUsd: string;
  /** What the prompt costs and what the answer costs; both sum to the total. */
  readonly inputUsd: string;
  readonly outputUsd: string;
  /** For the scenario's calls of a day. */
  readonly dailyUsd: string;
  /** As the status bar writes it: rounded, in the user's language and currency, with ≈ where it is estimated. */
  readonly text: string;
  /** The day on which the price was checked, YYYY-MM-DD; empty for a price that the user has written. */
  readonly checked: string;
  /** Where the price is published; empty for a price that the user has written. */
  readonly source: string;
  /** Checked longer ago than `apiSpend.pricing.staleAfterDays`. */
  readonly stale: boolean;
  /** Wholly or partly the user's own price. */
  readonly own: boolean;
  /** No longer sold at this price at that time. */
  readonly retired: boolean;
}

/** The model is known and its price is not. It is never 0 for that reason. */
export interface NoPrice {
  readonly kind: 'unpriced';
  /** Such as `notYetSold`, `noBatch`, `noServiceTier`, `noCachedInputRate`; further ones may come. */
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
  /** Nothing is open that could be priced, or VS Code gives no text of it. */
  | { readonly kind: 'none' }
  /** A setting is wrong, or something failed; the sentence says what. */
  | { readonly kind: 'problem'; readonly message: string };

/** What a promise rejects with when the request cannot be met. There is no number then. */
export interface ApiSpendError extends Error {
  readonly name: 'ApiSpendError';
  readonly code: 'invalidArgument' | 'unknownModel' | 'ambiguousModel' | 'invalidSettings';
  /** Ids of the models that may have been meant. */
  readonly candidates: readonly string[];
}
