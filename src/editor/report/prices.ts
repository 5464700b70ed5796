import type { ConfigurationScope } from 'vscode';
import { Latest } from '../../core/scheduling/latest';
import { hostCounts } from '../../core/pricing/selection/hosts';
import { LastSelection } from '../../core/pricing/selection/last';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import type { PricesFact } from '../../protocol/messages';
import { keptIds, ownModelIds } from '../../protocol/keptIds';
import { modelsToJson } from '../../protocol/models';
import type { CountedSubject } from '../live/counted';
import type { Readout } from '../live/readout';
import type { UsedModels } from '../live/usedModels';
import { readSettings } from '../settings/settings';
import { hostSlices } from '../slices';
import { settingsMessage } from './content';
import type { PanelTopic, ReportState } from './state';

export type PriceTableOf = (scope?: ConfigurationScope) => Promise<PriceTable>;

/** The prices and settings that apply to what a report is about. */
export class ReportPrices {
  readonly #tableOf: PriceTableOf;
  readonly #used: Pick<UsedModels, 'ids'>;
  readonly #reading = new Latest();
  readonly #messages = new PriceMessages();

  constructor(tableOf: PriceTableOf, used: Pick<UsedModels, 'ids'>) {
    this.#tableOf = tableOf;
    this.#used = used;
  }

  async table(topic: PanelTopic, readout: Readout): Promise<PriceTable> {
    return (await this.#applying(topic, readout)).table;
  }

  /** The messages to the page; undefined if a newer reading has begun. */
  async read({ topic, page }: ReportState, readout: Readout): Promise<ReportState['prices']> {
    return this.#reading.run(async () => {
      const { table, settings, atMs } = await this.#applying(topic, readout);
      const isWhole = page.kind === 'ready' && page.wantsAllModels;
      const message = settingsMessage(settings, table, atMs, this.#used.ids);
      const kept = [...keptIds(message), ...ownModelIds(topic.subject)];
      const prices = await this.#messages.of(table, atMs, kept, isWhole);
      return { table: prices, settings: message };
    });
  }

  /** Those of the text or of the files. */
  async #applying(
    topic: PanelTopic,
    readout: Readout,
  ): Promise<Pick<CountedSubject, 'table' | 'settings' | 'atMs'>> {
    if (topic.kind === 'text' && readout.kind === 'ready') return readout.result;
    const scope = topic.kind === 'files' ? topic.scope : undefined;
    const table = await this.#tableOf(scope);
    return { table, settings: readSettings(scope), atMs: Date.now() };
  }
}

/** Keeps the last message on prices, the same object as long as it says the same. */
class PriceMessages {
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
