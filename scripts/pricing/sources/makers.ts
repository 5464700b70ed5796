import type { PeriodRow } from '../../../src/core/pricing/table/periodSchema';
import type { PriceTableFile } from '../../../src/core/pricing/table/schema';
import type { PriceSource, RowPeriod, SourceRow } from './row';

/** By source of the wide table: models that a host says it sells at their maker's prices. */
export type AtMakersPrices = Readonly<
  Record<
    string,
    { readonly provider: string; readonly maker: string; readonly models: readonly string[] }
  >
>;

/** The makers' prices, past and future ones, as the hosts' own. Ends are the makers', so they are left out. */
export function readMakers(
  { providers }: PriceTableFile,
  file: AtMakersPrices,
  dayOf: (source: string) => string,
): PriceSource[] {
  return Object.entries(file).map(([id, { provider, maker, models }]) => ({
    id,
    day: dayOf(id),
    lineage: maker,
    isDated: true,
    isPartial: true,
    rows: (name) => (name === provider ? models.map((model) => rowOf(model)) : []),
  }));

  function rowOf(model: string): SourceRow {
    const found = providers.flatMap(({ models }) => models).find(({ id }) => id === model);
    if (!found) throw new Error(`no maker has ${model}`);
    return {
      id: found.id,
      name: found.name,
      kind: found.kind ?? 'text',
      periods: withoutEnd(found.periods),
      contextWindowTokens: found.contextWindowTokens,
      maxOutputTokens: found.maxOutputTokens,
      aliases: [],
      ends: undefined,
    };
  }
}

function withoutEnd(periods: readonly PeriodRow[]): RowPeriod[] {
  const own = periods.filter(({ servedBy }) => !servedBy);
  return own.map(({ from, to, usdPerMillionTokens, tiers }, index): RowPeriod => {
    const period = { from, to: index === own.length - 1 ? null : to, usdPerMillionTokens };
    return tiers ? Object.assign(period, { tiers }) : period;
  });
}
