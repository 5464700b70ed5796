import assert from 'node:assert/strict';
import {
  commands,
  env,
  Position,
  Uri,
  window,
  type NotebookDocument,
  type TextDocument,
} from 'vscode';
import { ComparisonPick } from '../../../src/editor/comparison/pick';
import type { ComparisonRow } from '../../../src/editor/comparison/rows';
import { TriedInReport } from '../../../src/editor/live/tried';
import { nextReady } from '../../../src/editor/live/nextReady';
import { textOf, type NotebookSubject } from '../../../src/editor/subject/subject';
import { SubjectTracker } from '../../../src/editor/subject/tracker';
import { liveParts, livePartsOn, type LiveParts } from '../../support/liveParts';
import { eventually, openText, resetWindow, setSetting, statusText } from '../../support/window';

const CELLS = 2000;

describe('the live estimate', () => {
  it('estimates the edited text even if the tracker is notified of the edit before the counts', async () => {
    await resetWindow({ model: 'openai/o1' });
    const tracker = new SubjectTracker();
    const parts = livePartsOn(tracker);
    const editor = await openText('hello');
    for (const tokens of [2, 3, 4]) {
      await editor.edit((edit) => edit.insert(new Position(0, 'hello'.length), ' hello'));
      const { result } = await nextReady(parts.live);
      assert.equal(result.estimate(result.model).count.tokens, tokens);
    }
    parts.dispose();
    tracker.dispose();
    await resetWindow();
  });
});

describe('the estimate during a long count', () => {
  let parts: LiveParts;

  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
    parts = liveParts();
  });
  afterEach(() => parts.dispose());
  after(resetWindow);

  async function setText(text: string): Promise<TextDocument> {
    const { document } = await openText(text);
    parts.tracker.set(textOf(document, []));
    return document;
  }

  it('opens the comparison before the first count and adds rows when they are counted', async () => {
    parts.counters.hold();
    const { uri } = await setText('hello world');
    const pick = window.createQuickPick<ComparisonRow>();
    const tried = new TriedInReport();
    const comparison = new ComparisonPick(parts.live, 'cheapest', { ids: [] }, tried, pick);
    const choice = comparison.choose();
    assert.equal(pick.busy, true);
    assert.match(pick.placeholder ?? '', /^Counting Untitled-\d+…$/);
    assert.equal(pick.items.length, 0);
    parts.counters.letGo();
    await eventually(
      () => pick.items,
      (items) => items.some(({ modelId }) => modelId === 'openai/gpt-6-luna'),
    );
    await eventually(
      () => pick.busy,
      (busy) => !busy,
    );
    assert.match(pick.placeholder ?? '', /^One call with Untitled-\d+ and 500 output tokens$/);
    tried.set({ identity: uri.toString(), cost: '$1.00' });
    assert.match(pick.title ?? '', / · The report tries other assumptions: \$1\.00 there\.$/);
    tried.set(undefined);
    assert.doesNotMatch(pick.title ?? '', /The report/);
    pick.hide();
    assert.equal(await choice, undefined);
    comparison.dispose();
  });

  it('closes the comparison with a reason when the subject disappears', async () => {
    parts.counters.hold();
    await setText('hello world');
    const used = { ids: ['openai/o1'] };
    const comparison = new ComparisonPick(parts.live, 'cheapest', used, new TriedInReport());
    const choice = comparison.choose();
    parts.tracker.set(undefined);
    await assert.rejects(choice, /Open a text file first/);
    comparison.dispose();
  });

  it('estimates the current text, not the text before the edit', async () => {
    const document = await setText('hello world');
    await nextReady(parts.live);
    parts.counters.hold();
    const editor = await window.showTextDocument(document);
    assert.ok(await editor.edit((edit) => edit.insert(document.lineAt(0).range.end, ' hello')));
    parts.tracker.set(textOf(document, []));
    assert.equal(parts.live.readout.kind, 'ready', 'the previous estimate stays for a moment');
    const asked = nextReady(parts.live);
    parts.counters.letGo();
    const { result } = await asked;
    assert.equal(result.estimate(result.model).count.tokens, 3);
  });

  it('uses the new settings after they have changed', async () => {
    await setText('hello world');
    await nextReady(parts.live);
    parts.counters.hold();
    await setSetting('scenario.outputTokens', 7);
    await eventually(
      () => parts.live.isCurrent,
      (isCurrent) => !isCurrent,
    );
    const asked = nextReady(parts.live);
    parts.counters.letGo();
    assert.equal((await asked).result.settings.scenario.outputTokens, 7);
  });

  it('reads the cells of a notebook in linear time', async () => {
    const { document } = await openText('hello world');
    let looks = 0;
    const notebook = { uri: Uri.parse('untitled:many.ipynb') } as NotebookDocument;
    const cells = Array.from({ length: CELLS }, () => ({
      ...textOf(document, [], { notebook }),
      document: new Proxy(document, {
        get(target, name) {
          if (name === 'version') looks++;
          return Reflect.get(target, name) as unknown;
        },
      }),
    }));
    const subject: NotebookSubject = {
      kind: 'notebook',
      notebook,
      isWhole: true,
      cells,
      leftOut: 0,
    };
    parts.tracker.set(subject);
    const { result } = await nextReady(parts.live);
    assert.equal(result.estimate(result.model).count.tokens, 2 * CELLS);
    assert.ok(looks >= CELLS, 'each cell was read');
    assert.ok(looks <= 10 * CELLS, `${looks} reads of ${CELLS} cells`);
  });
});

describe('copying the estimate', () => {
  before(async () => {
    await resetWindow({ model: 'openai/o1' });
  });
  after(resetWindow);

  it('waits for the count of the latest edit', async () => {
    const editor = await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    const end = editor.document.lineAt(0).range.end;
    assert.ok(await editor.edit((edit) => edit.insert(end, ' hello'.repeat(200_000))));
    await commands.executeCommand('apiSpend.copyEstimate');
    assert.match(await env.clipboard.readText(), /\(200,002 tokens in/);
  });
});
