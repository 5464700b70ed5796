import { Disposable, window, type QuickPick } from 'vscode';
import type { LiveEstimate } from '../live/estimate';
import type { Readout } from '../live/readout';
import type { UsedModels } from '../live/usedModels';
import { wordsOf } from '../words';
import { countingOthers } from '../../wording/comparison';
import { moreModels } from '../../wording/models/selection';
import type { PriceBook } from '../prices/book';
import { listModels, type PricedModels, type Scope } from './listing';
import { modelItem } from './modelItem';
import { keepOrder, modelRows, orderWhenCounted, type ModelRow } from './modelRows';
import { assumedModels } from './pricedModels';
import { SteadyRows, type RowOrder } from './steadyRows';

/** The parts of the extension that a list of models uses. */
export interface ListParts {
  readonly prices: PriceBook;
  readonly live: Pick<LiveEstimate, 'readout' | 'onDidChange' | 'wantAll'>;
  /** Models that the user has worked with. */
  readonly used: Pick<UsedModels, 'ids'>;
}

interface PickOptions {
  readonly placeholder: string;
  /** The chosen models of a list with check boxes; absent: the list is for one choice. */
  readonly chosen?: readonly string[];
  /** As in `groupFound`. */
  readonly isForUse?: boolean;
}

/**
 * A list to choose models from, with the search and the order of the comparison: by the cost of the current text, or
 * without one of a text of an assumed length.
 */
export class ModelPick implements Disposable {
  readonly #parts: ListParts;
  /** The priced models that the list shows, or waits for. */
  #priced: PricedModels;
  /** Whether they are those of the current text: another order would move the rows of the open list. */
  readonly #isOfText: boolean;
  /** The chosen models of a list with check boxes; undefined: the list is for one choice. */
  readonly #chosen: Set<string> | undefined;
  readonly #isForUse: boolean;
  readonly #pick: QuickPick<ModelRow> = window.createQuickPick<ModelRow>();
  readonly #rows = new SteadyRows(this.#pick);
  readonly #disposable: Disposable;
  #scope: Scope = { kind: 'current' };
  /** The rows whose check boxes were set. */
  #checked: readonly ModelRow[] | undefined;
  #end: (ids: readonly string[] | undefined) => void = () => undefined;

  /** @param otherwise the models while there is no text. */
  constructor(
    parts: ListParts,
    otherwise: PricedModels,
    { placeholder, chosen, isForUse = true }: PickOptions,
  ) {
    this.#isForUse = isForUse;
    this.#parts = parts;
    const { readout } = parts.live;
    this.#isOfText = readout.kind === 'ready';
    this.#priced = readout.kind === 'ready' ? readout.result : otherwise;
    this.#chosen = chosen && new Set(chosen);
    const pick = this.#pick;
    pick.placeholder = placeholder;
    pick.matchOnDescription = true;
    pick.canSelectMany = chosen !== undefined;
    keepOrder(pick);
    this.#disposable = Disposable.from(
      pick,
      this.#rows,
      pick.onDidChangeValue(() => this.#list('filtered')),
      pick.onDidChangeSelection((rows) => this.#choose(rows)),
      pick.onDidAccept(() => this.#accept()),
      pick.onDidHide(() => this.#end(undefined)),
      this.#rows.onDidConfirm(() => this.#check()),
      parts.live.onDidChange((readout) => this.#follow(readout)),
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  /** @returns the ids of the chosen models; undefined if cancelled. */
  async choose(): Promise<readonly string[] | undefined> {
    const answer = new Promise<readonly string[] | undefined>((resolve) => {
      this.#end = resolve;
    });
    this.#list('steady');
    this.#pick.show();
    const wanting = this.#parts.live.wantAll();
    try {
      return await answer;
    } finally {
      wanting.dispose();
    }
  }

  /** Prices them as the comparison does, so that both lists have one order. */
  #follow(readout: Readout): void {
    if (!this.#isOfText || readout.kind !== 'ready') return;
    const { isComplete } = this.#priced;
    if (isComplete && !readout.result.isComplete) return;
    this.#priced = readout.result;
    this.#list(isComplete ? 'steady' : orderWhenCounted(this.#pick.value));
  }

  /** Checked rows stand where pinned ones do. */
  get #models(): PricedModels {
    if (!this.#chosen) return this.#priced;
    const { table, settings, model, atMs, isComplete, estimate } = this.#priced;
    const pinned = { ...settings, pinnedNames: [...this.#chosen] };
    return { table, settings: pinned, model, atMs, isComplete, estimate };
  }

  #list(order: RowOrder): void {
    this.#pick.busy = !this.#priced.isComplete;
    const models = this.#models;
    const usedIds = [...this.#parts.used.ids, ...(this.#chosen ?? [])];
    const question = {
      scope: this.#scope,
      query: this.#pick.value.trim(),
      usedIds,
      isForUse: this.#isForUse,
    };
    const listing = listModels(models, question);
    const rows = modelRows(listing, question, models.isComplete, ({ model }) => ({
      key: model.id,
      modelId: model.id,
      ...modelItem(model, question.query !== '' && model === models.model),
      alwaysShow: true,
    }));
    if (this.#chosen) void this.#showMany(rows, listing.more, order);
    else void this.#rows.show(rows, order);
  }

  /** A note would have a check box: it is the title of such a list. */
  async #showMany(rows: readonly ModelRow[], more: number, order: RowOrder): Promise<void> {
    const isNote = ({ leadsTo }: ModelRow): boolean => leadsTo !== undefined;
    const note = rows.find(isNote);
    this.#pick.title = note && titleOf(note, more);
    await this.#rows.show(
      rows.filter((row) => !isNote(row)),
      order,
    );
    this.#check();
  }

  /** Only new rows are checked: another look at the same ones could undo a check whose message is on its way. */
  #check(): void {
    const chosen = this.#chosen;
    const { items } = this.#pick;
    if (!chosen || items === this.#checked) return;
    this.#checked = items;
    this.#pick.selectedItems = items.filter(
      ({ modelId }) => modelId !== undefined && chosen.has(modelId),
    );
  }

  /** While new rows are on their way, the window's message may be about the rows before. */
  #choose(selected: readonly ModelRow[]): void {
    if (!this.#chosen || !this.#rows.isConfirmed) return;
    for (const row of this.#pick.items) {
      if (row.modelId === undefined) continue;
      if (selected.includes(row)) this.#chosen.add(row.modelId);
      else this.#chosen.delete(row.modelId);
    }
  }

  #accept(): void {
    if (this.#chosen) return this.#leave([...this.#chosen]);
    const row = this.#rows.acceptedRow(this.#pick.selectedItems[0]);
    if (row?.modelId !== undefined) return this.#leave([row.modelId]);
    if (row?.leadsTo !== 'all') return;
    this.#scope = { kind: 'all' };
    this.#list('opened');
  }

  #leave(ids: readonly string[]): void {
    this.#end(ids);
    this.#pick.hide();
  }
}

function titleOf({ leadsTo, label, description = '' }: ModelRow, more: number): string {
  if (leadsTo === 'counting') return countingOthers(wordsOf());
  return leadsTo === 'all' ? moreModels(wordsOf(), more) : `${label}: ${description}`;
}

/** Lets the user choose one model to call. @returns its id; undefined if cancelled. */
export async function pickModel(
  parts: ListParts,
  placeholder: string,
): Promise<string | undefined> {
  const [id] = (await choose(parts, { placeholder })) ?? [];
  return id;
}

/** As `pickModel`, of a model that need not be sold any more: to compare with, or to read its prices. */
export async function pickAnyModel(
  parts: ListParts,
  placeholder: string,
): Promise<string | undefined> {
  const [id] = (await choose(parts, { placeholder, isForUse: false })) ?? [];
  return id;
}

/** Lets the user choose any number of models. @returns their ids; undefined if cancelled. */
export async function pickModels(
  parts: ListParts,
  placeholder: string,
  chosen: readonly string[],
): Promise<readonly string[] | undefined> {
  return choose(parts, { placeholder, chosen });
}

async function choose(
  parts: ListParts,
  options: PickOptions,
): Promise<readonly string[] | undefined> {
  const otherwise = await assumedModels(parts.prices, window.activeTextEditor?.document);
  const pick = new ModelPick(parts, otherwise, options);
  return pick.choose().finally(() => pick.dispose());
}
