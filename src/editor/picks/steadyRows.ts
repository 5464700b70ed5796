import {
  commands,
  Disposable,
  EventEmitter,
  QuickPickItemKind,
  type Event,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';

/** A row, or a separator: its key says what it is about, and is unique among the rows. */
export interface SteadyRow extends QuickPickItem {
  readonly key: string;
}

export type RowOrder = 'steady' | 'new';

/**
 * The rows of a quick pick that change while it is open.
 *
 * VS Code names a row by its place: an answer that was on its way while the rows changed would be taken
 * for what stands in that place now. So rows keep their places from when the user first types or moves,
 * and until the window has the new rows, its answers are read by the rows before. What the user does while
 * the extension works is on its way too: new rows wait until it is heard, lest they take it back.
 */
export class SteadyRows<Row extends SteadyRow> {
  readonly #pick: QuickPick<Row>;
  readonly #confirmed = new EventEmitter<void>();
  readonly #listeners: Disposable;
  /** What the window answered by before it had `pick.items`; undefined once it has them. */
  #before: readonly Row[] | undefined;
  /** What is to be given next. */
  #next: { readonly rows: readonly Row[]; readonly order: RowOrder } | undefined;
  /** Whether rows are on their way to the window, or wait for what it has to say. */
  #isGiving = false;
  /** The row that is made active with `pick.items`. */
  #first: Row | undefined;
  /** Whether the user has typed or moved since the order was last chosen. */
  #isHeld = false;
  #isDisposed = false;

  /** Fires when the window has all rows that it was given. */
  readonly onDidConfirm: Event<void> = this.#confirmed.event;

  constructor(pick: QuickPick<Row>) {
    this.#pick = pick;
    pick.keepScrollPosition = true;
    this.#listeners = Disposable.from(
      this.#confirmed,
      pick.onDidChangeActive(() => {
        if (!this.#before) this.#isHeld = true;
      }),
      pick.onDidChangeValue(() => {
        this.#isHeld = true;
      }),
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listeners.dispose();
  }

  /** Whether the window has the rows that were last shown. */
  get isConfirmed(): boolean {
    return !this.#isGiving;
  }

  /**
   * Shows rows in their order, or, where the user has moved, each in its old place with new ones at the end.
   *
   * @param order `new` where the user asked for another order: the row that they are at stays active.
   * @returns when they are on their way to the window, or wait for those that are: the first ones at once.
   */
  async show(rows: readonly Row[], order: RowOrder = 'steady'): Promise<void> {
    this.#next = { rows, order: this.#next?.order === 'new' ? 'new' : order };
    if (this.#isGiving) return;
    this.#isGiving = true;
    if (this.#pick.items.length > 0) await hearWindow();
    void this.#giveAll();
  }

  async #giveAll(): Promise<void> {
    while (this.#next && !this.#isDisposed) {
      const { rows, order } = this.#next;
      this.#next = undefined;
      if (this.#give(rows, order)) await this.#confirm();
    }
    this.#isGiving = false;
    if (!this.#isDisposed) this.#confirmed.fire();
  }

  /** @returns whether they are others than before. */
  #give(rows: readonly Row[], order: RowOrder): boolean {
    const { items } = this.#pick;
    const shown = this.#isHeld && order === 'steady' ? keepPlaces(items, rows) : rows;
    // Giving the same rows again would take back a move that is on its way.
    if (JSON.stringify(shown) === JSON.stringify(items)) return false;
    const [active] = this.#pick.activeItems;
    const isAtRow = this.#isHeld || order === 'new';
    const same = shown.find(({ key }) => isAtRow && key === active?.key);
    const top = shown.find(({ kind }) => kind !== QuickPickItemKind.Separator);
    // Where the user has moved and the row is not known, VS Code chooses: of the rows that match.
    this.#first = same ?? (this.#isHeld ? undefined : top);
    this.#before = items;
    this.#pick.items = shown;
    if (this.#first) this.#pick.activeItems = [this.#first];
    return true;
  }

  /** Waits until the window has the rows, and one of them is active. */
  async #confirm(): Promise<void> {
    await hearWindow();
    this.#before = undefined;
    if (this.#first && this.#pick.activeItems.length === 0) {
      // The filter hides the row, and Enter would do nothing: VS Code chooses, of the rows that match.
      this.#pick.items = [...this.#pick.items];
      await hearWindow();
    }
    if (this.#pick.activeItems[0] !== this.#first) this.#isHeld = true;
  }

  /** The row that an answer of the window is about. */
  rowOf(row: Row): Row | undefined {
    // A place that was not there before is of the new rows.
    return this.#before?.[this.#pick.items.indexOf(row)] ?? row;
  }
}

/** Waits until the window has what it was told, and has told what happened there: messages keep their order. */
async function hearWindow(): Promise<void> {
  // VS Code sends changes of a quick pick in a later turn of the event loop.
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
  await commands.executeCommand('setContext', 'apiSpend.hasRows', true);
}

/** Each row of before in its place as it is now, and those that are new after them. */
function keepPlaces<Row extends SteadyRow>(before: readonly Row[], now: readonly Row[]): Row[] {
  const byKey = new Map(now.map((row) => [row.key, row]));
  const kept = before.map((row) => byKey.get(row.key) ?? row);
  const known = new Set(before.map(({ key }) => key));
  return [...kept, ...now.filter(({ key }) => !known.has(key))];
}
