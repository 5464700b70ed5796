import type { Disposable } from 'vscode';
import { nextRateChange } from '../../core/pricing/rates/nextChange';
import type { PriceTable } from '../../core/pricing/table/priceTable';

const DAY_MS = 86_400_000;

/** Timers stop while the machine sleeps, so no single wait is longer. */
const LONGEST_WAIT_MS = 60_000;

/** The shown prices. */
interface ShownPrices {
  readonly table: PriceTable;
  readonly atMs: number;
}

/** A period in which no rate of a table changes. */
interface NextChange {
  readonly table: PriceTable;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Calls back when the shown prices may have changed without an edit: peak hours begin, a period ends, or a
 * new day makes a price stale. It considers all models, since a comparison or a report may show them.
 */
export class RateClock implements Disposable {
  readonly #refresh: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: NextChange | undefined;

  constructor(refresh: () => void) {
    this.#refresh = refresh;
  }

  /** Waits for the first change after these prices; with undefined, for none. */
  follow(priced: ShownPrices | undefined): void {
    clearTimeout(this.#timer);
    if (!priced) return;
    const { table, atMs } = priced;
    if (!isStillNext(this.#next, table, atMs)) {
      this.#next = { table, fromMs: atMs, toMs: nextChange(table, atMs) };
    }
    this.#wait(this.#next.toMs);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #wait(untilMs: number): void {
    const leftMs = untilMs - Date.now();
    if (leftMs <= 0) return this.#refresh();
    const look = (): void => this.#wait(untilMs);
    this.#timer = setTimeout(look, Math.min(leftMs, LONGEST_WAIT_MS));
  }
}

function isStillNext(
  next: NextChange | undefined,
  table: PriceTable,
  atMs: number,
): next is NextChange {
  return next?.table === table && next.fromMs <= atMs && atMs < next.toMs;
}

/** The next change of any model's rates, or the next UTC day, when a price may become stale. */
function nextChange({ models }: PriceTable, atMs: number): number {
  const tomorrow = (Math.floor(atMs / DAY_MS) + 1) * DAY_MS;
  const changes = models.map((model) => nextRateChange(model, atMs) ?? Infinity);
  return Math.min(tomorrow, ...changes);
}
