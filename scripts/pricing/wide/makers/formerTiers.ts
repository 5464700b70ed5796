import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';
import { makersRows } from './makersRows';

/**
 * Takes from hosts the rates of prompts that are longer than the context window, where the maker has none: they are those
 * of a former, larger window.
 *
 * Worked example: Claude Sonnet 4.5 had a million tokens in a beta that ended on 2026-04-30, and has 200,000 since. A
 * list that still has a price for prompts above 200,000 tokens has that of the beta.
 */
export function withoutFormerTiers(providers: readonly ProviderRow[]): ProviderRow[] {
  const makers = makersRows(providers);
  return providers.map((provider) =>
    provider.kind === undefined
      ? provider
      : {
          ...provider,
          models: provider.models.map((model) =>
            makers(model.id)?.periods.at(-1)?.tiers === undefined ? withinContext(model) : model,
          ),
        },
  );
}

function withinContext(model: ModelRow): ModelRow {
  const { contextWindowTokens: longest = Infinity, periods } = model;
  const last = periods.at(-1);
  if (!last?.tiers || last.tiers.some(({ fromPromptTokens }) => fromPromptTokens <= longest))
    return model;
  const { tiers: _, ...card } = last;
  return { ...model, periods: [...periods.slice(0, -1), card] };
}
