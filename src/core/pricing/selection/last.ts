import type { Model, PriceTable } from '../table/priceTable';
import { currentSelection, type Selection } from './current';
import { changesInPast } from './past';
import { changesOf } from './sold';

interface Answer {
  readonly table: PriceTable;
  readonly keptIds: readonly string[];
  /** The times at which the selection is the same: milliseconds since 1970, `toMs` exclusive. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly selection: Selection;
}

/**
 * Keeps the last current selection, the same object, until another table or other kept models are asked for, or a model
 * begins or ceases to be sold. A key typed in a text asks again, and must not look at each model of the table.
 */
export class LastSelection {
  #last: Answer | undefined;

  of(table: PriceTable, atMs: number, keptIds: readonly string[]): Selection {
    const last = this.#last;
    if (last && holds(last, table, atMs, keptIds)) return last.selection;
    const selection = currentSelection(table, atMs, keptIds);
    this.#last = { table, keptIds, ...boundsAround(table.models, atMs), selection };
    return selection;
  }
}

function holds(last: Answer, table: PriceTable, atMs: number, keptIds: readonly string[]): boolean {
  return (
    last.table.models === table.models &&
    last.fromMs <= atMs &&
    atMs < last.toMs &&
    last.keptIds.length === keptIds.length &&
    last.keptIds.every((id, index) => id === keptIds[index])
  );
}

/** The last time up to `atMs` at which a model begins or ceases to be sold, is first seen, or has another price, and the next one. */
function boundsAround(models: readonly Model[], atMs: number): Pick<Answer, 'fromMs' | 'toMs'> {
  let [before, after] = [-Infinity, Infinity];
  for (const bounds of [...models.map(changesOf), changesInPast({ models })]) {
    for (const bound of bounds) {
      if (bound <= atMs) before = Math.max(before, bound);
      else after = Math.min(after, bound);
    }
  }
  return { fromMs: before, toMs: after };
}
