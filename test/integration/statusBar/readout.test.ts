import assert from 'node:assert/strict';
import { commands, Position, Range, window, type TextEditor } from 'vscode';
import type { StatusItemState } from '../../../src/editor/statusBar/item';
import {
  apiSpend,
  eventually,
  openText,
  resetWindow,
  select,
  setSetting,
  statusText,
  writeWorkspaceFile,
} from '../../support/window';

// Costs are for openai/o1: 15 USD per million input tokens, 60 USD per million output tokens, 500 output tokens:
// n input tokens cost n x 15 + 500 x 60 = n x 15 + 30,000 millionths of a dollar.

const LIMIT_MS = 30_000;

async function shown(): Promise<StatusItemState> {
  return (await apiSpend()).statusItem;
}

/** Waits for a tooltip. Returns it without Markdown escapes. */
async function tooltip(wanted: (text: string) => boolean): Promise<string> {
  return eventually(async () => (await shown()).tooltip.replaceAll('\\', ''), wanted, LIMIT_MS);
}

async function append(editor: TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  assert.ok(await editor.edit((edit) => edit.insert(end, text)));
}

describe('the readout', () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
  });
  after(() => resetWindow());

  it('applies apiSpend.statusBar.show immediately', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    await setSetting('statusBar.show', 'cost');
    await statusText('$0.0300');
    await setSetting('statusBar.show', 'costTokensAndModel');
    await statusText('$0.0300 · 2 tokens · OpenAI o1');
    await setSetting('statusBar.show', 'everything');
    await statusText('$0.0300 · 2 tokens');
    await tooltip((text) => text.includes('apiSpend.statusBar.show is not one of'));
    await setSetting('statusBar.visible', 'yes');
    await setSetting('codeLens.enabled', 1);
    await tooltip((text) =>
      text.includes('apiSpend.statusBar.visible is not true or false: "yes"'),
    );
    await tooltip((text) => text.includes('apiSpend.codeLens.enabled is not true or false: 1'));
  });

  it('has the warning background above a budget per call, not at it', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    assert.equal((await shown()).background, undefined);
    await setSetting('budget.perCall', 0.03002); // costs 0.03003
    await tooltip((text) => text.includes('One call is $0.0000100 over the budget of $0.0300'));
    const over = await shown();
    assert.equal(over.background, 'statusBarItem.warningBackground');
    assert.equal(over.text, '$0.0300 · 2 tokens');
    assert.match(over.accessibilityLabel, /Note: one call is \$0\.0000100 over the budget of/);
    await setSetting('budget.perCall', 0.03003);
    await tooltip((text) => !text.includes('budget'));
    assert.equal((await shown()).background, undefined);
  });

  it('has the warning background above a budget per month and loses it when the text is shorter', async () => {
    await setSetting('scenario.callsPerDay', 1000);
    await setSetting('budget.perMonth', 900.9); // 30,000 calls at 0.03003
    const editor = await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    assert.equal((await shown()).background, undefined);
    await append(editor, ' hello');
    await statusText('$0.0300 · 3 tokens'); // 30,000 x 0.030045 = 901.35
    await tooltip((text) => text.includes('$901.35 a month is $0.450 over the budget'));
    assert.equal((await shown()).background, 'statusBarItem.warningBackground');
    await commands.executeCommand('undo');
    await statusText('$0.0300 · 2 tokens');
    assert.equal((await shown()).background, undefined);
  });

  it('refuses an invalid budget and still shows the cost', async () => {
    await openText('hello world');
    await setSetting('budget.perCall', -1);
    await tooltip((text) => text.includes('apiSpend.budget.perCall is not an amount'));
    assert.equal((await shown()).text, '$0.0300 · 2 tokens');
    assert.equal((await shown()).background, undefined);
  });

  it('marks a call that exceeds the context window by at least one token', async () => {
    await setSetting('pricing.customModels', [
      {
        id: 'acme/tiny',
        encoding: 'o200k_base',
        rates: { input: 1, output: 2 },
        contextWindowTokens: 502,
        maxOutputTokens: 500,
      },
    ]);
    await setSetting('model', 'acme/tiny');
    const editor = await openText('hello world');
    await statusText('$(account) $0.00100 · 2 tokens'); // the least urgent icon
    await tooltip((text) => text.includes('502 of 502 tokens, 100.0% of the context window'));
    await append(editor, ' hello');
    await statusText('$(alert) $0.00100 · 3 tokens');
    assert.match((await shown()).accessibilityLabel, /Note: does not fit the context window, your/);
    await commands.executeCommand('undo');
    await statusText('$(account) $0.00100 · 2 tokens');
    await setSetting('scenario.reasoningTokens', 1);
    await statusText('$(alert) $0.00100 · 2 tokens');
    await tooltip((text) => text.includes('The answer is longer than the model can write'));
  });

  it('says how exact the count is, and its share of the context window from a half on', async () => {
    await openText('hello world');
    const exact = await tooltip((text) => text.includes('Exact count ([evidence](command:'));
    assert.doesNotMatch(exact, /context window/);
    await setSetting('scenario.outputTokens', 99_998);
    await tooltip((text) =>
      text.includes('Prompt and answer: 100,000 of 200,000 tokens, 50.0% of the context window'),
    );
    await setSetting('scenario.outputTokens', 99_997);
    await tooltip((text) => text.includes('99,997') && !text.includes('context window'));
    await setSetting('scenario.outputTokens', undefined);
    await setSetting('model', 'anthropic/claude-opus-5-5');
    const estimated = await tooltip((text) => text.includes('Estimated count:'));
    assert.match(estimated, /Estimated count: \d+ to \d+ tokens \(\[evidence\]/);
  });

  it('keeps its width when a digit disappears and returns during typing', async () => {
    const editor = await openText('hello'.concat(' hello'.repeat(998)));
    await statusText('$0.0450 · 999 tokens'); // 44,985
    await append(editor, ' hello');
    await statusText('$0.0450 · 1,000 tokens');
    await commands.executeCommand('undo');
    await statusText('$0.0450 · \u2007\u2008999 tokens');
    editor.selection = select(0, 0, 5);
    await statusText('$0.0300 · 1 token selected');
    await setSetting('statusBar.show', 'cost');
    await statusText('$0.0300 · selection');
  });
});

describe('the change since the last save', () => {
  let editor: TextEditor;

  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1', 'scenario.outputTokens': 0 });
    const uri = await writeWorkspaceFile('saved.txt', new TextEncoder().encode('hello world'));
    editor = await window.showTextDocument(uri);
    await statusText('$0.0000300 · 2 tokens');
  });
  afterEach(() => commands.executeCommand('workbench.action.files.revert'));
  after(() => resetWindow());

  const noChange = (text: string): boolean => !text.includes('since last save');

  it('follows insertions, deletions, a save and a revert', async () => {
    assert.ok(noChange((await shown()).tooltip));
    await append(editor, ' hello hello hello');
    await tooltip((text) => text.includes('+3 tokens, +$0.0000450 since last save'));
    await editor.document.save();
    await tooltip(noChange);
    await editor.edit((edit) => edit.delete(new Range(0, 0, 0, 11)));
    await tooltip((text) => text.includes('−2 tokens, −$0.0000300 since last save'));
    await append(editor, ' hello hello');
    await tooltip((text) => text.includes('±0 tokens, ±$0.00 since last save'));
    await commands.executeCommand('workbench.action.files.revert');
    await tooltip(noChange);
    await append(editor, ' hello');
    await tooltip((text) => text.includes('+1 token, +$0.0000150 since last save'));
  });

  it('follows the model and counts the saved file for it', async () => {
    await append(editor, ' hello'.repeat(100));
    await tooltip((text) => text.includes('+100 tokens, +$0.00150 since last save'));
    await setSetting('model', 'deepseek/deepseek-r1'); // 0.55 USD
    await tooltip((text) => text.includes('+100 tokens, +$0.0000550 since last save'));
    await setSetting('model', 'anthropic/claude-opus-5-5');
    await tooltip((text) => /≈\+1\d\d tokens, ≈\+\$[\d.]+ since last save/.test(text));
  });

  it('follows a file that another program writes', async () => {
    const bytes = new TextEncoder().encode('hello world hello world');
    await writeWorkspaceFile('saved.txt', bytes);
    await statusText('$0.0000600 · 4 tokens');
    await tooltip(noChange);
    await append(editor, ' hello');
    await tooltip((text) => text.includes('+1 token, +$0.0000150 since last save'));
    await append(editor, ' hello');
    await tooltip((text) => text.includes('+2 tokens, +$0.0000300 since last save'));
  });

  it('of a prompt file is that of the text that is sent', async () => {
    const bytes = new TextEncoder().encode('---\ndescription: many words\n---\nhello world');
    const prompt = await window.showTextDocument(
      await writeWorkspaceFile('saved.prompt.md', bytes),
    );
    await statusText('$0.0000300 · 2 tokens');
    await append(prompt, ' hello');
    await tooltip((text) => text.includes('+1 token, +$0.0000150 since last save'));
    await prompt.edit((edit) => edit.insert(new Position(1, 0), 'mode: agent\n'));
    await setSetting('model', 'deepseek/deepseek-r1'); // 0.55 USD; the saved file is read for it
    await tooltip((text) => text.includes('+1 token, +$0.000000550 since last save'));
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('is not shown for a selection or an untitled document', async () => {
    await append(editor, ' hello');
    await tooltip((text) => text.includes('since last save'));
    editor.selection = select(0, 0, 5);
    await tooltip(noChange);
    const untitled = await openText('hello world');
    await append(untitled, ' hello');
    await statusText('$0.0000450 · 3 tokens');
    assert.ok(noChange((await shown()).tooltip));
  });
});

describe('a readout without user input', () => {
  const realNow = Date.now;
  const setClock = (time: string): void => {
    const nowMs = Date.parse(time);
    Date.now = () => nowMs;
  };
  before(resetWindow);
  afterEach(() => {
    Date.now = realNow;
  });
  after(resetWindow);

  it('is updated when peak hours end', async () => {
    await setSetting('model', 'deepseek/deepseek-flash');
    const editor = await openText('hello world');
    await statusText(/2 tokens$/);
    // The peak hours of a Monday end at 04:00. The clock stops half a second before, so that the duration of pricing
    // does not matter; the extension reads it again after that half second.
    setClock('2026-11-23T03:59:59.500Z');
    await append(editor, ' hello');
    await statusText('$0.000601 · 3 tokens'); // 3 x 0.3 + 500 x 1.2 = 600.9 millionths
    setClock('2026-11-23T04:00:00Z');
    await statusText('$0.000300 · 3 tokens'); // half price
  });
});

describe('a readout during a count', () => {
  before(resetWindow);
  after(resetWindow);

  it('keeps and marks the previous cost of the same text, not of another', async () => {
    await setSetting('model', 'openai/o1');
    await setSetting('scenario.outputTokens', 0);
    await openText('hello world\n'.repeat(400_000));
    await statusText('$(alert) $18.00 · 1,200,000 tokens');
    await setSetting('model', 'deepseek/deepseek-r1');
    const states = new Map<string, string>();
    await eventually(
      async () => {
        const { text, accessibilityLabel } = await shown();
        states.set(text, accessibilityLabel);
        return text;
      },
      (text) => /^\$\(alert\) \$0\.\d+ · 1,200,000 tokens$/.test(text),
    );
    const [last] = [...states.keys()].slice(-1);
    // A fast machine may finish before the item is marked.
    const known = new Set([
      '$(alert) $18.00 · 1,200,000 tokens',
      '$(alert) $18.00 · 1,200,000 tokens…',
      last,
    ]);
    assert.deepEqual(
      [...states.keys()].filter((text) => !known.has(text)),
      [],
    );
    const label = states.get('$(alert) $18.00 · 1,200,000 tokens…');
    if (label !== undefined) assert.match(label, /is counting Untitled-\d+\. The cost shown/);

    const texts = new Set<string>();
    await openText('hello earth\n'.repeat(400_001));
    await eventually(
      async () => (await shown()).text,
      (text) => {
        texts.add(text);
        return /^\$\(alert\) \$0\.\d+ · 1,200,003 tokens$/.test(text);
      },
    );
    assert.deepEqual(
      [...texts].filter((text) => text.includes('1,200,000') && !text.includes('…')),
      [],
    );
  });
});
