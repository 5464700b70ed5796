import { hostCounts } from '../../core/pricing/selection/hosts';
import { LastSelection } from '../../core/pricing/selection/last';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import type { PricesFact } from '../../protocol/messages';
import { modelsToJson } from '../../protocol/models';
import { hostSlices } from '../slices';

/** Keeps the last message on prices, the same object as long as it says the same. */
export class PriceMessages {
  readonly #selections = new LastSelection();
  #last: { readonly models: readonly Model[]; readonly message: PricesFact } | undefined;

  /**
   * @param keptIds models that the current selection has in any case.
   * @param isWhole whether the page needs the whole table; else it gets the current selection.
   */
  async of(
    table: PriceTable,
    atMs: number,
    keptIds: readonly string[],
    isWhole: boolean,
  ): Promise<PricesFact> {
    const models = isWhole ? table.models : this.#selections.of(table, atMs, keptIds).models;
    const last = this.#last;
    if (last?.models === models) return last.message;
    const message = await pricesMessage(table, atMs, models);
    this.#last = { models, message };
    return message;
  }
}

async function pricesMessage(
  table: PriceTable,
  atMs: number,
  models: readonly Model[],
): Promise<PricesFact> {
  const names = new Map(table.models.map(({ provider, providerName }) => [provider, providerName]));
  return {
    type: 'prices',
    models: await hostSlices().run(modelsToJson(models)),
    total: table.models.length,
    providers: [...names].map(([id, name]) => ({ id, name })),
    hosts: { ...hostCounts(table, atMs) },
  };
}
