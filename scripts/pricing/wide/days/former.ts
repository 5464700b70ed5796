import type { PeriodRow } from '../../../../src/core/pricing/table/periodSchema';
import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';
import type { FormerPrice, WideHand } from '../wideHand';

/**
 * Puts the prices that models had in the past before those of the sources, which have the last one alone.
 *
 * @param formerOf the provider whose former prices were also those of another one.
 * @throws {Error} if a model of the hand-kept file has no row, or has other prices at that time.
 */
export function withFormerPrices(
  providers: readonly ProviderRow[],
  former: WideHand['former'] = {},
  formerOf: (provider: string) => string | undefined = () => undefined,
): ProviderRow[] {
  checkModels(providers, former);
  return providers.map((provider) => {
    const known = { ...former[formerOf(provider.id) ?? ''], ...former[provider.id] };
    const models = provider.models.map((model) =>
      beforeLast(model, known[model.id] ?? [], provider.id),
    );
    return { ...provider, models };
  });
}

function beforeLast(model: ModelRow, former: readonly FormerPrice[], provider: string): ModelRow {
  const end = former.at(-1)?.to;
  const [first, ...rest] = model.periods;
  if (end === undefined || !first) return model;
  if (first.to !== null && first.to <= end)
    throw new Error(`hand.json: ${provider}/${model.id} has other prices until ${end}`);
  const { seen: _, ...current } = first;
  const before = former.map(({ to, source, ...card }, index): PeriodRow => {
    const from = index === 0 ? startOf(first, end) : (former[index - 1]?.to ?? null);
    return { from, to, source, ...card };
  });
  return { ...model, periods: [...before, { ...current, from: end }, ...rest] };
}

/** The first day of the model, unless it is that of the last price. */
function startOf({ from }: PeriodRow, end: string): string | null {
  return from !== null && from < end ? from : null;
}

function checkModels(providers: readonly ProviderRow[], former: WideHand['former']): void {
  for (const [id, models] of Object.entries(former)) {
    const ids = new Set(providers.find((each) => each.id === id)?.models.map((row) => row.id));
    const lacking = Object.keys(models).filter((model) => !ids.has(model));
    if (lacking.length > 0) throw new Error(`hand.json: ${id} has no ${lacking.join(', ')}`);
  }
}
