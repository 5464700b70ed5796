import assert from 'node:assert/strict';
import { commands, QuickPickItemKind, window, type QuickPick } from 'vscode';
import { SteadyRows, type SteadyRow } from '../../../src/editor/picks/steadyRows';
import { eventually } from '../../support/window';

function rowsNamed(names: string): SteadyRow[] {
  return Array.from(names, (key) => ({ key, label: key }));
}

describe('rows that change while they are visible', () => {
  let pick: QuickPick<SteadyRow>;
  let rows: SteadyRows<SteadyRow>;

  beforeEach(async () => {
    pick = window.createQuickPick();
    rows = new SteadyRows(pick);
    pick.show();
    await rows.show(rowsNamed('abc'));
    await confirmed();
  });
  afterEach(() => {
    rows.dispose();
    pick.dispose();
  });

  async function confirmed(): Promise<void> {
    await eventually(
      () => rows.isConfirmed,
      (isConfirmed) => isConfirmed,
    );
  }

  async function activeKey(wanted: string): Promise<void> {
    await eventually(
      () => pick.activeItems[0]?.key,
      (key) => key === wanted,
    );
  }

  function shown(): string {
    return pick.items.map(({ key }) => key).join('');
  }

  /** Accepts the active row of the window, which may not have received the newest rows yet. */
  async function accept(): Promise<string | undefined> {
    const accepted = new Promise<string | undefined>((resolve) => {
      pick.onDidAccept(() => {
        const [selected] = pick.selectedItems;
        resolve(rows.acceptedRow(selected)?.key);
      });
    });
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return accepted;
  }

  it('accepts the row that the user saw', async () => {
    await rows.show(rowsNamed('cab'));
    assert.equal(shown(), 'cab');
    assert.equal(await accept(), 'a');
  });

  it('accepts the first row of what was typed, before the window has it', async () => {
    void rows.show(rowsNamed('xyz'), 'filtered');
    assert.equal(await accept(), 'x');
    // Rows that wait for those on their way.
    void rows.show(rowsNamed('pq'), 'filtered');
    void rows.show(rowsNamed('st'), 'filtered');
    assert.equal(rows.acceptedRow(pick.activeItems[0])?.key, 's');
    await confirmed();
    assert.equal(rows.acceptedRow(pick.activeItems[0])?.key, 's');
  });

  it('accepts the new row after the window shows it', async () => {
    await rows.show(rowsNamed('cab'));
    await confirmed();
    assert.equal(await accept(), 'c');
  });

  it('accepts a row at a position that did not exist before', async () => {
    await rows.show(rowsNamed('abcd'));
    const last = pick.items[3];
    assert.ok(last && !rows.isConfirmed);
    assert.equal(rows.rowOf(last)?.key, 'd');
  });

  it('keeps the order and the active row after the user has moved', async () => {
    await commands.executeCommand('quickInput.next');
    await activeKey('b');
    await rows.show(rowsNamed('cxab'));
    assert.equal(shown(), 'abcx');
    await activeKey('b');
    assert.equal(await accept(), 'b');
  });

  it('shows a new heading above new rows, and none above rows that keep their places', async () => {
    const heading = (key: string): SteadyRow => ({
      key,
      label: key,
      kind: QuickPickItemKind.Separator,
    });
    await commands.executeCommand('quickInput.next');
    await activeKey('b');
    await rows.show([heading('1'), ...rowsNamed('c'), heading('2'), ...rowsNamed('ab')]);
    assert.equal(shown(), 'abc');
    await confirmed();
    await rows.show([heading('1'), ...rowsNamed('c'), heading('2'), ...rowsNamed('abx')]);
    assert.equal(shown(), 'abc2x');
  });

  it('takes a new order on request and keeps the active row', async () => {
    await commands.executeCommand('quickInput.next');
    await activeKey('b');
    await rows.show(rowsNamed('cab'), 'new');
    assert.equal(shown(), 'cab');
    await confirmed();
    assert.equal(pick.activeItems[0]?.key, 'b');
  });

  it('accepts a row that was found by typing', async () => {
    await rows.show(rowsNamed('cab'));
    pick.value = 'b';
    await confirmed();
    await rows.show(rowsNamed('bcax'));
    await confirmed();
    assert.equal(shown(), 'cabx');
    await activeKey('b');
    assert.equal(await accept(), 'b');
  });

  it('keeps an active row when rows are added during filtering', async () => {
    pick.value = 'c';
    await activeKey('c');
    await rows.show(rowsNamed('abcx'));
    // The extension's choice if it does not know the filter yet.
    pick.activeItems = pick.items.slice(0, 1);
    await confirmed();
    await activeKey('c');
    assert.equal(await accept(), 'c');
  });

  it('keeps the row that a key selected just before rows were added', async () => {
    const pressed = commands.executeCommand('quickInput.next');
    await rows.show(rowsNamed('abcx'));
    await pressed;
    await confirmed();
    await activeKey('b');
    assert.equal(await accept(), 'b');
  });

  it('keeps the row to which the user moved after the last key of a filter', async () => {
    const sent = rows.show(rowsNamed('cab'), 'filtered');
    await commands.executeCommand('quickInput.next');
    await sent;
    await confirmed();
    assert.equal(shown(), 'cab');
    await activeKey('b');
    assert.equal(await accept(), 'b');
  });

  it('activates the first row of a filter, and of another list even after a move', async () => {
    await commands.executeCommand('quickInput.next');
    await activeKey('b');
    await rows.show(rowsNamed('cba'), 'filtered');
    await confirmed();
    assert.equal(pick.activeItems[0]?.key, 'c');
    const sent = rows.show(rowsNamed('xyz'), 'opened');
    await commands.executeCommand('quickInput.next');
    await sent;
    await confirmed();
    await activeKey('x');
  });

  it('makes a move again that the user made while rows were on their way', async () => {
    await rows.show(rowsNamed('abcx'), 'filtered');
    await rows.show(rowsNamed('xabc'), 'filtered');
    // The window has not received the rows: it moves in the previous ones.
    await commands.executeCommand('quickInput.next');
    await activeKey('b');
    await confirmed();
    assert.equal(shown(), 'xabc');
    assert.equal(pick.activeItems[0]?.key, 'b');
    assert.equal(await accept(), 'b');
  });

  it('does not replace unchanged rows', async () => {
    const before = pick.items;
    await rows.show(rowsNamed('abc'));
    await confirmed();
    assert.equal(pick.items, before);
  });

  it('shows the latest of several changes', async () => {
    void rows.show(rowsNamed('bca'));
    void rows.show(rowsNamed('cab'));
    void rows.show(rowsNamed('cba'));
    await eventually(shown, (keys) => keys === 'cba');
    await confirmed();
    assert.equal(await accept(), 'c');
  });
});
