import { isSold, periodAt } from './selection/sold';
import type { Model, PriceTable } from './table/priceTable';
import { isRedirected, plainModel } from './table/rows/tableModel';

/**
 * A price table at different times. From the time on at which another model answers the requests for a model, its
 * tokens are counted, cached and limited as those of that other one.
 *
 * Worked example: gemini-2.5-pro counts exactly, with the Gemma 3 vocabulary, and caches from 2,048 tokens on. From
 * 2026-12-01 on gemini-3.8-flash answers: the count is an estimate, and the minimum is 4,096.
 */
export class TablesAt {
  readonly #table: PriceTable;
  /** Models that others answer in some period: few of thousands, so that a keystroke does not read all of them. */
  readonly #redirected: readonly Model[];
  /** By the ids of the models that others answer. */
  readonly #tables = new Map<string, PriceTable>();

  constructor(table: PriceTable) {
    this.#table = table;
    this.#redirected = table.models.filter(isRedirected);
  }

  /** The same object for all times between which no answer changes. */
  at(atMs: number): PriceTable {
    const answers = new Map(this.#redirected.flatMap((model) => answerAt(model, atMs)));
    if (answers.size === 0) return this.#table;
    const key = [...answers].map(([{ id }, by]) => `${id} ${by}`).join('\n');
    const known = this.#tables.get(key);
    if (known) return known;
    const byId = new Map(this.#table.models.map((model) => [model.id, model]));
    const models = this.#table.models.map((model) =>
      answeredBy(model, byId.get(answers.get(model) ?? '')),
    );
    const table = { ...this.#table, models };
    this.#tables.set(key, table);
    return table;
  }
}

/** The model with the id of the one that answers for it at a time, if any. */
function answerAt(model: Model, atMs: number): (readonly [Model, string])[] {
  const { servedBy } = periodAt(model, atMs);
  return servedBy && isSold(model, atMs) ? [[model, servedBy.id]] : [];
}

function answeredBy(model: Model, by: Model | undefined): Model {
  if (!by) return model;
  const { tokenizer, cacheMinimumTokens, cacheWritesAtInputRate } = by;
  const { contextWindowTokens, maxOutputTokens } = by;
  return {
    ...plainModel(model),
    tokenizer,
    cacheMinimumTokens,
    cacheWritesAtInputRate,
    // Built when it is asked for.
    get cacheStorage() {
      return by.cacheStorage;
    },
    contextWindowTokens,
    maxOutputTokens,
  };
}
