import {
  commands,
  Disposable,
  QuickPickItemKind,
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
 * and until the window has the new rows, its answers are read by the rows before.
 */
export class SteadyRows<Row extends SteadyRow> {
  readonly #pick: QuickPick<Row>;
  readonly #listeners: Disposable;
  /** What the window answered by before it had `pick.items`; undefined once it has them. */
  #before: readonly Row[] | undefined;
  /** What came in the meantime. */
  #next: { readonly rows: readonly Row[]; readonly order: RowOrder } | undefined;
  /** The row that is made active with `pick.items`. */
  #first: Row | undefined;
  /** Whether the user has typed or moved since the order was last chosen. */
  #isHeld = false;
  #isDisposed = false;

  constructor(pick: QuickPick<Row>) {
    this.#pick = pick;
    pick.keepScrollPosition = true;
    this.#listeners = Disposable.from(
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

  /** Whether the window has the rows that it was last given. */
  get isConfirmed(): boolean {
    return this.#before === undefined;
  }

  /**
   * Shows rows in their order, or, where the user has moved, each in its old place with new ones at the end.
   *
   * @param order `new` where the user asked for another order: the row that they are at stays active.
   */
  show(rows: readonly Row[], order: RowOrder = 'steady'): void {
    if (this.#before) {
      this.#next = { rows, order: this.#next?.order === 'new' ? 'new' : order };
      return;
    }
    const { items } = this.#pick;
    const [active] = this.#pick.activeItems;
    const isAtRow = this.#isHeld || order === 'new';
    const shown = this.#isHeld && order === 'steady' ? keepPlaces(items, rows) : rows;
    const same = shown.find(({ key }) => isAtRow && key === active?.key);
    const top = shown.find(({ kind }) => kind !== QuickPickItemKind.Separator);
    // Where the user has moved and the row is not known, VS Code chooses: of the rows that match.
    this.#first = same ?? (this.#isHeld ? undefined : top);
    this.#before = items;
    this.#pick.items = shown;
    // A row that the filter hides cannot be active: Enter would do nothing.
    if (this.#first && matches(this.#first, this.#pick.value)) {
      this.#pick.activeItems = [this.#first];
    }
    void this.#confirm();
  }

  /** The row that an answer of the window is about. */
  rowOf(row: Row): Row | undefined {
    // A place that was not there before is of the new rows.
    return this.#before?.[this.#pick.items.indexOf(row)] ?? row;
  }

  /** Waits until the window has the rows: messages to it and from it keep their order. */
  async #confirm(): Promise<void> {
    // VS Code sends the rows in a later turn of the event loop.
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
    await commands.executeCommand('setContext', 'apiSpend.hasRows', true);
    this.#before = undefined;
    if (this.#pick.activeItems[0] !== this.#first) this.#isHeld = true;
    const next = this.#next;
    this.#next = undefined;
    if (next && !this.#isDisposed) this.show(next.rows, next.order);
  }
}

/** Whether a row is seen under a filter for certain; VS Code also finds letters that are apart. */
function matches({ label, description = '' }: SteadyRow, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return label.toLowerCase().includes(wanted) || description.toLowerCase().includes(wanted);
}

/** Each row of before in its place as it is now, and those that are new after them. */
function keepPlaces<Row extends SteadyRow>(before: readonly Row[], now: readonly Row[]): Row[] {
  const byKey = new Map(now.map((row) => [row.key, row]));
  const kept = before.map((row) => byKey.get(row.key) ?? row);
  const known = new Set(before.map(({ key }) => key));
  return [...kept, ...now.filter(({ key }) => !known.has(key))];
}
