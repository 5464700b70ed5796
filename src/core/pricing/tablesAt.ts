import { isSold, periodAt } from './selection/sold';
import type { Model, PriceTable } from './table/priceTable';

/**
 * A price table at different times. From the time on at which another model answers the requests for a model, its
 * tokens are counted, cached and limited as those of that other one.
 *
 * Worked example: gemini-2.5-pro counts exactly, with the Gemma 3 vocabulary, and caches from 2,048 tokens on. From
 * 2026-12-01 on gemini-3.8-flash answers: the count is an estimate, and the minimum is 4,096.
 */
export class TablesAt {
  readonly #table: PriceTable;
  /** By the ids of the models that others answer. */
  readonly #tables = new Map<string, PriceTable>();

  constructor(table: PriceTable) {
    this.#table = table;
  }

  /** The same object for all times between which no answer changes. */
  at(atMs: number): PriceTable {
    const answered = answeredAt(this.#table, atMs);
    if (answered.size === 0) return this.#table;
    const key = [...answered].map(([{ id }, by]) => `${id} ${by.id}`).join('\n');
    const known = this.#tables.get(key);
    if (known) return known;
    const models = this.#table.models.map((model) => answeredBy(model, answered.get(model)));
    const table = { ...this.#table, models };
    this.#tables.set(key, table);
    return table;
  }
}

/** The models that others answer at a time, with those others. */
function answeredAt({ models }: PriceTable, atMs: number): ReadonlyMap<Model, Model> {
  const redirected = models.filter(
    (model) => isSold(model, atMs) && periodAt(model, atMs).servedBy !== undefined,
  );
  return new Map(
    redirected.flatMap((model) => {
      const { servedBy } = periodAt(model, atMs);
      const by = models.find(({ id }) => id === servedBy?.id);
      return by ? [[model, by] as const] : [];
    }),
  );
}

function answeredBy(model: Model, by: Model | undefined): Model {
  if (!by) return model;
  const { tokenizer, cacheMinimumTokens, cacheWritesAtInputRate } = by;
  const { contextWindowTokens, maxOutputTokens } = by;
  return {
    ...model,
    tokenizer,
    cacheMinimumTokens,
    cacheWritesAtInputRate,
    contextWindowTokens,
    maxOutputTokens,
  };
}
