import { plainText } from '../../core/figures/plainText';
import type { Model, PriceTable } from '../../core/pricing/table/priceTable';
import type { RequestReply } from '../../protocol/requests';
import { backToModel, modelChosen, modelIsAgain } from '../../wording/comparison';
import { HumanError } from '../errors';
import type { LiveEstimate } from '../live/estimate';
import { modelOfSetting } from '../live/modelOfSetting';
import { readSettings } from '../settings/settings';
import type { Undo } from '../settings/write';
import { wordsOf } from '../words';

/** The user's choice of a model in the report, which can be undone. */
export class ModelChoice {
  readonly #live: LiveEstimate;
  #last: { readonly undo: Undo; readonly before: string } | undefined;

  constructor(live: LiveEstimate) {
    this.#live = live;
  }

  /** @returns null if cancelled. */
  async choose(model: Model, table: PriceTable): Promise<RequestReply<'selectModel'>> {
    const before = this.#modelNow(table);
    // A start does not need it.
    const { makeYours } = await import('../work');
    const undo = await makeYours(this.#live, model, undefined);
    if (!undo) return null;
    const words = wordsOf();
    this.#last = { undo, before };
    return {
      text: modelChosen(words, plainText(model.name), undefined).sentence,
      back: backToModel(words, before),
    };
  }

  /** @returns null if there is nothing to undo. */
  async undo(): Promise<RequestReply<'restoreModel'>> {
    const last = this.#last;
    if (!last) return null;
    await last.undo();
    this.#last = undefined;
    return modelIsAgain(wordsOf(), last.before);
  }

  /** The name of the model that the report is about, or that the setting has as it is. */
  #modelNow(table: PriceTable): string {
    const { readout } = this.#live;
    if (readout.kind === 'ready') return plainText(readout.result.model.name);
    const settings = readSettings();
    const named = modelOfSetting(table, settings, Date.now());
    return plainText(named instanceof HumanError ? settings.modelName : named.model.name);
  }
}
