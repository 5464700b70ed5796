import type { Sliced } from '../../scheduling/sliced';
import type { Model, MovingAlias, PriceTable } from './priceTable';
import { entriesOf } from './rows/entries';
import { instantsOf } from './rows/periods';
import { plainModel, TableModel } from './rows/tableModel';
import type { MovingAliasRow, PriceTableFile, ProviderRow } from './schema';

/** A table from rows that were checked before, in slices: each builds one model with its periods. */
export function* buildInSlices(file: PriceTableFile): Sliced<PriceTable> {
  const { providers } = file;
  const entries = entriesOf(file);
  const models: Model[] = [];
  for (const provider of providers) {
    for (const row of provider.models) {
      models.push(plainModel(new TableModel(provider, row, entries)));
      yield;
    }
  }
  return { models, ...namesOf(providers) };
}

/** What a table knows besides its models. */
export function namesOf(
  providers: readonly ProviderRow[],
): Pick<PriceTable, 'movingAliases' | 'otherwiseBilled'> {
  return {
    movingAliases: providers.flatMap((provider) =>
      (provider.movingAliases ?? []).map((alias) => buildAlias(provider.id, alias)),
    ),
    otherwiseBilled: providers.flatMap((provider) =>
      (provider.notPricedByTokens ?? []).map(({ id, unit }) => ({
        id: `${provider.id}/${id}`,
        name: id,
        unit,
      })),
    ),
  };
}

function buildAlias(provider: string, { id, meanings }: MovingAliasRow): MovingAlias {
  return {
    id: `${provider}/${id}`,
    name: id,
    meanings: meanings.map(({ from, to, models }) => ({
      ...instantsOf(from, to),
      modelIds: models.map((model) => `${provider}/${model}`),
    })),
  };
}
