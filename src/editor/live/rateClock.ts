import type { Disposable } from 'vscode';
import { nextRateChange } from '../../core/pricing/rates/nextChange';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { LiveEstimate, Readout } from './estimate';

const DAY_MS = 86_400_000;

/** A timer stands still while the machine sleeps, so that no wait is longer than this. */
const LONGEST_WAIT_MS = 60_000;

/** A stretch of time in which no rate of a table changes. */
interface NextChange {
  readonly table: PriceTable;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Prices again when rates change although nobody types: peak hours begin, a period ends, or a new day makes
 * a price an old one. It looks at all models, since a comparison or a report may show them.
 */
export class RateClock implements Disposable {
  readonly #live: LiveEstimate;
  readonly #listener: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: NextChange | undefined;

  constructor(live: LiveEstimate) {
    this.#live = live;
    this.#listener = live.onDidChange((readout) => this.#follow(readout));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listener.dispose();
  }

  #follow(readout: Readout): void {
    clearTimeout(this.#timer);
    if (readout.kind !== 'ready') return;
    const { table, atMs } = readout.result;
    if (!isStillNext(this.#next, table, atMs)) {
      this.#next = { table, fromMs: atMs, toMs: nextChange(table, atMs) };
    }
    this.#wait(this.#next.toMs);
  }

  #wait(untilMs: number): void {
    const leftMs = untilMs - Date.now();
    if (leftMs <= 0) return this.#live.refresh();
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

/** The next change of any model's rates, or the next day, on which a price may become an old one. */
function nextChange({ models }: PriceTable, atMs: number): number {
  const tomorrow = (Math.floor(atMs / DAY_MS) + 1) * DAY_MS;
  const changes = models.map((model) => nextRateChange(model, atMs) ?? Infinity);
  return Math.min(tomorrow, ...changes);
}
