import {
  commands,
  Disposable,
  EventEmitter,
  QuickPickItemKind,
  type Event,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';

/** A row or a separator. Its key is unique among the rows and stays the same when the row's text changes. */
export interface SteadyRow extends QuickPickItem {
  readonly key: string;
  /** Stays below rows that come later. */
  readonly isLast?: boolean;
}

/**
 * - `steady`: once the user has moved, known rows keep their places and new ones follow.
 * - `new`: in another order; the active row stays active.
 * - `filtered`: after a key of a filter; the first row becomes active, unless the user moves before the rows come.
 * - `opened`: another list; its first row becomes active.
 */
export type RowOrder = 'steady' | 'new' | 'filtered' | 'opened';

const RANK: Readonly<Record<RowOrder, number>> = { steady: 0, new: 1, filtered: 2, opened: 3 };

/**
 * Rows of a quick pick that change while it is open.
 *
 * VS Code identifies a row by its index, so a message that the window sent before it received new rows would be
 * applied to the wrong row. Therefore:
 * - rows keep their places once the user has typed or moved;
 * - until the window has the new rows, its messages are read with the previous rows;
 * - new rows wait until the window's pending messages have arrived, so that they do not undo the user's move;
 * - a move that the user makes while new rows are on their way is made again when they have arrived.
 */
export class SteadyRows<Row extends SteadyRow> {
  readonly #pick: QuickPick<Row>;
  readonly #confirmed = new EventEmitter<void>();
  readonly #listeners: Disposable;
  /** The rows that the window had before `pick.items`; undefined once it has those. */
  #before: readonly Row[] | undefined;
  /** Rows to be written to `pick.items`. */
  #next: { readonly rows: readonly Row[]; readonly order: RowOrder } | undefined;
  /** Rows are on their way to the window, or wait for its messages. */
  #isSending = false;
  /** The row to make active with `pick.items`. */
  #first: Row | undefined;
  /** The rows on their way are those of a filter. */
  #isFiltered = false;
  /** The row to which the user moved before the window had `pick.items`, which then made `#first` active. */
  #moved: Row | undefined;
  /** The user has typed or moved. */
  #isHeld = false;
  #isDisposed = false;

  /** Fires when the window has all rows that were shown. */
  readonly onDidConfirm: Event<void> = this.#confirmed.event;

  constructor(pick: QuickPick<Row>) {
    this.#pick = pick;
    this.#listeners = Disposable.from(
      this.#confirmed,
      pick.onDidChangeActive(([active]) => this.#follow(active)),
      pick.onDidChangeValue(() => {
        this.#isHeld = true;
        this.#moved = undefined;
      }),
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listeners.dispose();
  }

  /** Whether the window has the rows that were last shown. */
  get isConfirmed(): boolean {
    return !this.#isSending;
  }

  /**
   * Shows rows.
   *
   * @returns when the rows are on their way to the window, or wait for others that are. The first rows do not wait.
   */
  async show(rows: readonly Row[], order: RowOrder = 'steady'): Promise<void> {
    const waiting = this.#next?.order ?? 'steady';
    this.#next = { rows, order: RANK[waiting] > RANK[order] ? waiting : order };
    if (this.#isSending) return;
    this.#isSending = true;
    if (this.#pick.items.length > 0) await windowMessages();
    void this.#sendAll();
  }

  #follow(active: Row | undefined): void {
    if (active && active === this.#moved) return;
    if (this.#before) {
      // With new rows, the window itself makes only the top row and `#first` active.
      const own = [topOf(this.#pick.items), this.#first];
      if (!this.#first || !active || own.includes(active)) return;
      const key = this.rowOf(active)?.key;
      this.#moved = this.#pick.items.find((row) => row.key === key);
    }
    this.#isHeld = true;
    this.#isFiltered = false;
    if (this.#next?.order === 'filtered') this.#next = { ...this.#next, order: 'new' };
  }

  async #sendAll(): Promise<void> {
    while (this.#next && !this.#isDisposed) {
      const { rows, order } = this.#next;
      this.#next = undefined;
      if (this.#send(rows, order)) await this.#confirm();
    }
    this.#isSending = false;
    if (!this.#isDisposed) this.#confirmed.fire();
  }

  /** @returns whether the rows differ from those in `pick.items`. */
  #send(rows: readonly Row[], order: RowOrder): boolean {
    const { items } = this.#pick;
    const shown = this.#isHeld && order === 'steady' ? keepPlaces(items, rows) : rows;
    // The same rows again would undo a move whose message is on its way.
    if (JSON.stringify(shown) === JSON.stringify(items)) return false;
    const [active] = this.#pick.activeItems;
    const isToFirst = order === 'filtered' || order === 'opened';
    const isAtRow = !isToFirst && (this.#isHeld || order === 'new');
    const same = shown.find(({ key }) => isAtRow && key === active?.key);
    const top = topOf(shown);
    // After a move to a row that is gone, VS Code chooses among the rows that match.
    this.#first = isToFirst ? top : (same ?? (this.#isHeld ? undefined : top));
    this.#isFiltered = order === 'filtered';
    this.#before = items;
    // Sent together with the rows.
    this.#pick.keepScrollPosition = !isToFirst;
    this.#pick.items = shown;
    if (this.#first) this.#pick.activeItems = [this.#first];
    return true;
  }

  /** Waits until the window has the rows and one of them is active. */
  async #confirm(): Promise<void> {
    await windowMessages();
    this.#before = undefined;
    if (this.#first && this.#pick.activeItems.length === 0) {
      // The filter hides the row, so Enter would do nothing: let VS Code choose among the rows that match.
      this.#pick.items = [...this.#pick.items];
      await windowMessages();
    } else if (this.#moved) {
      this.#pick.activeItems = [this.#moved];
      await windowMessages();
    }
    this.#moved = undefined;
    if (this.#pick.activeItems[0] !== this.#first) this.#isHeld = true;
  }

  /**
   * The row that Enter means. Typed faster than the window gets the rows, it means the first of those that match what was
   * typed, not the one of the rows before that is still active.
   */
  acceptedRow(selected: Row | undefined): Row | undefined {
    if (this.#next?.order === 'filtered') return topOf(this.#next.rows);
    if (this.#before && this.#isFiltered) return this.#first;
    return selected && this.rowOf(selected);
  }

  /** The row that a message of the window is about. */
  rowOf(row: Row): Row | undefined {
    if (this.#moved && row === this.#first) return this.#moved;
    // An index beyond the previous rows is one of the new rows.
    return this.#before?.[this.#pick.items.indexOf(row)] ?? row;
  }
}

/** Resolves when the window has received all messages and its own have arrived: messages keep their order. */
async function windowMessages(): Promise<void> {
  // VS Code sends changes of a quick pick in a later turn of the event loop.
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
  await commands.executeCommand('setContext', 'apiSpend.hasRows', true);
}

function topOf<Row extends SteadyRow>(rows: readonly Row[]): Row | undefined {
  return rows.find(({ kind }) => kind !== QuickPickItemKind.Separator);
}

/** Previous rows in their places, with their current text, then new rows; the rows that belong last are last. */
function keepPlaces<Row extends SteadyRow>(before: readonly Row[], now: readonly Row[]): Row[] {
  const byKey = new Map(now.map((row) => [row.key, row]));
  const kept = before.map((row) => byKey.get(row.key) ?? row);
  const known = new Set(before.map(({ key }) => key));
  const all = [...kept, ...withoutEmptyHeadings(now.filter(({ key }) => !known.has(key)))];
  return [...all.filter(({ isLast }) => isLast !== true), ...all.filter(({ isLast }) => isLast)];
}

/** A new heading is shown above new rows only: known rows stay under the headings that they have. */
function withoutEmptyHeadings<Row extends SteadyRow>(rows: readonly Row[]): readonly Row[] {
  const isHeading = (row: Row | undefined): boolean => row?.kind === QuickPickItemKind.Separator;
  return rows.filter((row, index) => {
    const next = rows[index + 1];
    return !isHeading(row) || (next !== undefined && !isHeading(next) && next.isLast !== true);
  });
}
