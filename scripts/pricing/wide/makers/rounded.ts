import type { Rates } from '../../../../src/core/pricing/table/rateSchema';
import type { ModelRow, ProviderRow } from '../../../../src/core/pricing/table/schema';
import { makersRows } from './makersRows';

/**
 * Gives hosts the exact rate of the maker where a list rounds it to cents: with the maker's input and output, 0.03 for
 * cached input is the maker's 0.025.
 */
export function withExactRates(providers: readonly ProviderRow[]): ProviderRow[] {
  const makers = makersRows(providers);
  return providers.map((provider) =>
    provider.kind === undefined
      ? provider
      : { ...provider, models: provider.models.map((model) => exactModel(model, makers)) },
  );
}

function exactModel(model: ModelRow, makers: ReturnType<typeof makersRows>): ModelRow {
  const maker = makers(model.id) ?? makers(`${model.id}-latest`);
  if (!maker) return model;
  const periods = model.periods.map((period) => {
    const rates = period.usdPerMillionTokens;
    const exact = maker.periods.find((each) => isRounded(rates, each.usdPerMillionTokens));
    if (!exact) return period;
    const { cachedInput } = exact.usdPerMillionTokens;
    return Object.assign({}, period, { usdPerMillionTokens: { ...rates, cachedInput } });
  });
  return { ...model, periods };
}

function isRounded(rates: Rates, exact: Rates): boolean {
  if (rates.input !== exact.input || rates.output !== exact.output) return false;
  const { cachedInput } = exact;
  return (
    cachedInput !== undefined &&
    rates.cachedInput !== cachedInput &&
    rates.cachedInput === Math.round(cachedInput * 100) / 100
  );
}
