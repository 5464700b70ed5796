import assert from 'node:assert/strict';
import {
  askForReport,
  changedVisibility,
  changeFiles,
  CLOSED,
  closedPage,
  countedText,
  openedPage,
  readyPage,
  showFiles,
  showText,
  update,
  wantAllModels,
  type ReportState,
} from '../../../../src/editor/report/state';
import type { PricesFact } from '../../../../src/protocol/messages';
import { bundledTable } from '../../../support/priceTables';
import { subjectOf } from '../../../support/reports';
import { settingsFact } from '../../../support/settingsFact';

const table = bundledTable();
const text = subjectOf(table.models, { 'a.md': 1000 });
const files = subjectOf(table.models, { 'b.md': 1, 'c.md': 2 }, 'files');
const settings = settingsFact();
const prices: PricesFact = { type: 'prices', models: '[]', total: 0, providers: [], hosts: {} };
const HINT = 'Open a text.';

/** A visible panel with a ready page. */
function shown(state: ReportState = CLOSED, { isRestored = false, remembersFiles = false } = {}) {
  const visible = changedVisibility(openedPage(state, isRestored), true);
  return readyPage({ ...visible, prices: { table: prices, settings } }, remembersFiles);
}

function typesOf(state: ReportState, note?: Parameters<typeof update>[1]): string[] {
  return update(state, note, HINT).messages.map(({ type }) => type);
}

describe('the state of the report', () => {
  it('takes another use of what its files name, of these files alone', () => {
    const state = showFiles(shown(), files, undefined);
    const onOwn = files.files.map(({ path, counts }) => ({
      path,
      counts,
      own: { modelId: 'openai/o1' },
    }));
    const changed = { ...files, files: onOwn };
    assert.equal(changeFiles(state, changed).topic.subject, changed);
    assert.equal(changeFiles(state, { ...files }), state, 'nothing has changed');
    assert.equal(changeFiles(state, { ...changed, atMs: 1 }), state, 'it is on other files');
    assert.equal(changeFiles(shown(), changed).topic.kind, 'text');
  });

  it('sends a price table once, and settings and the subject with each update', () => {
    const state = countedText(shown(), text);
    assert.deepStrictEqual(typesOf(state), ['prices', 'settings', 'subject']);
    const next = update(state, undefined, HINT).state;
    assert.deepStrictEqual(typesOf(next), ['settings', 'subject']);
    const other = { ...next, prices: { table: { ...prices }, settings } };
    assert.deepStrictEqual(typesOf(other), ['prices', 'settings', 'subject']);
  });

  it('sends the whole table from the time that the page asks for it, until the page is another one', () => {
    const { state } = update(countedText(shown(), text), undefined, HINT);
    const asking = wantAllModels(state);
    assert.ok(asking.page.kind === 'ready' && asking.page.wantsAllModels);
    const whole = { ...asking, prices: { table: { ...prices, total: 2 }, settings } };
    assert.deepStrictEqual(typesOf(whole), ['prices', 'settings', 'subject']);
    const next = update(whole, undefined, HINT).state;
    assert.ok(next.page.kind === 'ready' && next.page.wantsAllModels);
    assert.deepStrictEqual(typesOf(next), ['settings', 'subject']);
    const again = readyPage(changedVisibility(changedVisibility(next, false), true), false);
    assert.ok(again.page.kind === 'ready' && !again.page.wantsAllModels);
    assert.equal(wantAllModels(CLOSED), CLOSED);
  });

  it('sends nothing to a page that is hidden, starting or closed, and everything to the next one', () => {
    const state = update(countedText(shown(), text), undefined, HINT).state;
    const hidden = changedVisibility(state, false);
    const starting = changedVisibility(hidden, true);
    for (const each of [hidden, starting, closedPage(state)]) {
      assert.deepStrictEqual(typesOf(each), [], each.page.kind);
    }
    assert.deepStrictEqual(typesOf(readyPage(starting, false)), ['prices', 'settings', 'subject']);
  });

  it('keeps files while the current text is counted, until the user asks for a report on the text', () => {
    const state = countedText(showFiles(shown(), files, undefined), text);
    assert.equal(state.topic.subject, files);
    const asked = showText(state);
    assert.equal(asked.topic.subject, undefined, 'the files are not shown as the text');
    assert.equal(countedText(asked, text).topic.subject, text);
  });

  it('begins at its top when the user asks for it, and keeps the place while the text changes', () => {
    const { state } = update(countedText(shown(), text), undefined, HINT);
    assert.deepStrictEqual(typesOf(countedText(state, text)), ['settings', 'subject']);
    const asked = askForReport(showText(state));
    assert.deepStrictEqual(typesOf(asked), ['toTop', 'settings', 'subject']);
    const told = update(asked, undefined, HINT).state;
    assert.deepStrictEqual(typesOf(countedText(told, text)), ['settings', 'subject']);
  });

  it('begins at its top when the user asks for a report that is hidden', () => {
    const hidden = changedVisibility(countedText(shown(), text), false);
    const starting = changedVisibility(askForReport(hidden), true);
    const { state } = update(starting, undefined, HINT);
    const types = typesOf(readyPage(state, false));
    assert.deepStrictEqual(types, ['toTop', 'prices', 'settings', 'subject']);
    // Only shown again, it keeps the place that its page remembers.
    const again = readyPage(changedVisibility(hidden, true), false);
    assert.deepStrictEqual(typesOf(again), ['prices', 'settings', 'subject']);
  });

  it('explains why there is no report on the text, but not in a report on files', () => {
    const note = 'Too large.';
    const state = countedText(shown(), text);
    assert.deepStrictEqual(update(state, note, HINT).messages.at(-1), { type: 'note', text: note });
    const onFiles = showFiles(state, files, undefined);
    assert.deepStrictEqual(typesOf(onFiles, note), ['prices', 'settings', 'subject']);
  });

  it('sends a hint if there is nothing to show', () => {
    const { messages } = update(shown(), undefined, HINT);
    assert.deepStrictEqual(messages.at(-1), { type: 'hint', text: HINT });
  });

  it('lets only a restored page keep the files that it remembers', () => {
    const restored = shown(countedText(CLOSED, text), { isRestored: true, remembersFiles: true });
    assert.deepStrictEqual(restored.topic, { kind: 'files', subject: undefined, scope: undefined });
    assert.equal(countedText(restored, text).topic.subject, undefined);
    const reopened = shown(countedText(CLOSED, text), { remembersFiles: true });
    assert.equal(reopened.topic.subject, text);
  });

  it('remembers that a page is restored while it is hidden', () => {
    const hidden = changedVisibility(openedPage(CLOSED, true), false);
    const ready = readyPage(changedVisibility(hidden, true), true);
    assert.equal(ready.topic.kind, 'files');
    // After it was hidden and shown again, the page is no longer a restored one.
    const again = changedVisibility(changedVisibility(showText(ready), false), true);
    assert.equal(readyPage(again, true).topic.kind, 'text');
  });

  it('keeps a ready page when it is reported visible again', () => {
    const { state } = update(countedText(shown(), text), undefined, HINT);
    assert.equal(state.page.kind, 'ready');
    assert.equal(changedVisibility(state, true), state);
  });

  it('stays closed when its visibility changes', () => {
    assert.equal(changedVisibility(CLOSED, true), CLOSED);
    assert.equal(changedVisibility(CLOSED, false), CLOSED);
  });

  it('stays closed when the last message of its page arrives late', () => {
    const closed = closedPage(shown());
    assert.equal(readyPage(closed, true), closed);
  });
});
