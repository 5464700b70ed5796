import type { Disposable } from 'vscode';
import { nextRateChange } from '../../core/pricing/rates/nextChange';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { Latest } from '../../core/scheduling/latest';
import type { Sliced } from '../../core/scheduling/sliced';
import { hostSlices } from '../slices';

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
 * new day makes a price stale. It considers all models, since a comparison or a report may show them; in slices, after
 * the prices are shown, because most periods of a table are first asked for here.
 */
export class RateClock implements Disposable {
  readonly #refresh: () => void;
  readonly #searches = new Latest();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: NextChange | undefined;
  /** The table whose next change is being sought. */
  #sought: PriceTable | undefined;
  /** The prices that are followed. */
  #shown: ShownPrices | undefined;

  constructor(refresh: () => void) {
    this.#refresh = refresh;
  }

  /** Waits for the first change after these prices; with undefined, for none. */
  follow(priced: ShownPrices | undefined): void {
    clearTimeout(this.#timer);
    this.#shown = priced;
    if (!priced) return;
    const { table, atMs } = priced;
    // A key typed must not begin the search again.
    if (this.#sought === table) return;
    this.#searches.stop();
    this.#sought = undefined;
    if (isStillNext(this.#next, table, atMs)) return this.#wait(this.#next);
    this.#timer = setTimeout(() => void this.#seek(table, atMs), 0);
  }

  dispose(): void {
    this.#shown = undefined;
    this.#searches.stop();
    clearTimeout(this.#timer);
  }

  async #seek(table: PriceTable, atMs: number): Promise<void> {
    this.#sought = table;
    const toMs = await this.#searches.run((signal) =>
      hostSlices().run(nextChange(table, atMs), signal),
    );
    if (toMs === undefined) return;
    this.#sought = undefined;
    this.#next = { table, fromMs: atMs, toMs };
    this.follow(this.#shown);
  }

  /** Until the rates change, or the clock is set back to a time at which they may be others. */
  #wait(next: NextChange): void {
    const nowMs = Date.now();
    const leftMs = next.toMs - nowMs;
    if (leftMs <= 0 || nowMs < next.fromMs) return this.#refresh();
    const look = (): void => this.#wait(next);
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
function* nextChange({ models }: PriceTable, atMs: number): Sliced<number> {
  const tomorrow = (Math.floor(atMs / DAY_MS) + 1) * DAY_MS;
  let next = tomorrow;
  for (const model of models) {
    next = Math.min(next, nextRateChange(model, atMs) ?? Infinity);
    yield;
  }
  return next;
}
