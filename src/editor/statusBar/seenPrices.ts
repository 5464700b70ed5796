import {
  lookAtPrice,
  parseSeenPrice,
  type NewPrice,
  type SeenPrice,
} from '../../core/pricing/seenPrice';
import { isRecord } from '../../core/json';
import type { Model } from '../../core/pricing/table/priceTable';
import type { Memory } from '../memory';

/** Key of the prices in the memory, by the ids of their models. */
export const SEEN_PRICES = 'seenPrices';

/** The prices of the status bar's models that the user knows; kept while VS Code is closed. */
export class SeenPrices {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Remembers that the price is shown. @returns what the user does not know yet. */
  show(model: Model, atMs: number): NewPrice | undefined {
    const before = this.#seen(model.id);
    const { seen, news } = lookAtPrice(before, model, atMs);
    this.#remember(model.id, before, seen);
    return news;
  }

  /** The user knows the price of a model from now on. */
  note(model: Model, atMs: number): void {
    this.#remember(model.id, this.#seen(model.id), lookAtPrice(undefined, model, atMs).seen);
  }

  #seen(id: string): SeenPrice | undefined {
    return parseSeenPrice(this.#all()[id]);
  }

  #remember(id: string, before: SeenPrice | undefined, seen: SeenPrice | undefined): void {
    // A price is shown at each key, and differs from the one before on few days.
    if (!seen || JSON.stringify(before) === JSON.stringify(seen)) return;
    void this.#memory.update(SEEN_PRICES, { ...this.#all(), [id]: seen });
  }

  #all(): Readonly<Record<string, unknown>> {
    const stored: unknown = this.#memory.get(SEEN_PRICES);
    return isRecord(stored) ? stored : {};
  }
}
