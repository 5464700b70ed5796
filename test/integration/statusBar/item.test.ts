import assert from 'node:assert/strict';
import { commands, env, languages, window } from 'vscode';
import {
  apiSpend,
  eventually,
  openText,
  resetWindow,
  select,
  setSetting,
  statusText,
} from '../../support/window';

// Costs are for openai/o1: 15 USD per million input tokens, 60 USD per million output tokens, 500 output tokens:
// n input tokens cost n x 15 + 500 x 60 = n x 15 + 30,000 millionths of a dollar.

describe('the status-bar item', () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
  });
  after(resetWindow);

  it('follows typing', async () => {
    const editor = await openText('hello world');
    await statusText('$0.0300 · 2 tokens'); // 30,030
    await editor.edit((edit) =>
      edit.insert(editor.document.lineAt(0).range.end, ' hello'.repeat(98)),
    );
    await statusText('$0.0315 · 100 tokens'); // 31,500
    await commands.executeCommand('undo');
    await statusText('$0.0300 · 2 tokens');
  });

  it('adds the selections of three cursors and returns to the document without them', async () => {
    const editor = await openText('hello world\nhello world\nhello world\n');
    await statusText('$0.0301 · 9 tokens'); // 30,135
    editor.selections = [select(0, 0, 5), select(1, 0, 5), select(2, 0, 11)];
    await statusText('$0.0301 · 4 tokens selected'); // 30,060
    editor.selections = [select(0, 3, 3)];
    await statusText('$0.0301 · 9 tokens');
  });

  it('follows a switch to an untitled document and back', async () => {
    const first = await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    await openText('hello');
    await statusText('$0.0300 · 1 token');
    await window.showTextDocument(first.document);
    await statusText('$0.0300 · 2 tokens');
  });

  it('shows no cost for an empty document and is hidden without a document', async () => {
    await openText('');
    await statusText('No text');
    const { tooltip, accessibilityLabel } = (await apiSpend()).statusItem;
    const cost = 'One call with 500 output tokens would cost $0.0300.';
    assert.ok(tooltip.includes(cost), tooltip);
    assert.ok(accessibilityLabel.includes(cost), accessibilityLabel);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(
      async () => (await apiSpend()).statusItem.visible,
      (visible) => !visible,
    );
  });

  it('follows the settings for the model and the output tokens', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    await setSetting('scenario.outputTokens', 0);
    await statusText('$0.0000300 · 2 tokens');
    await setSetting('model', 'deepseek/deepseek-r1');
    await statusText('$0.00000110 · 2 tokens');
    // Claude has about 1.52 tokens per o200k_base token in plain text: 3 x 4 = 12 millionths of a dollar.
    await setSetting('model', 'anthropic/claude-opus-5-5');
    await statusText('≈$0.0000120 · ≈3 tokens');
  });

  it('explains an invalid setting, shows no number, and recovers', async () => {
    await openText('hello world');
    for (const [key, wrong, message] of [
      ['model', 'gpt-0', /"gpt-0" is not in the price table/],
      ['model', 7, /apiSpend.model/],
      ['scenario.outputTokens', -5, /outputTokens.*-5/],
      ['scenario.outputTokens', 'many', /outputTokens.*many/],
    ] as const) {
      await setSetting(key, wrong);
      await statusText('$(warning) API Spend: no cost');
      const { tooltip, accessibilityLabel } = (await apiSpend()).statusItem;
      assert.match(accessibilityLabel, message);
      assert.match(tooltip.replaceAll('\\', ''), message);
      await setSetting(key, key === 'model' ? 'openai/o1' : undefined);
      await statusText('$0.0300 · 2 tokens');
    }
  });

  it('explains its number in the tooltip and in the accessibility label', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    const { tooltip: shown, accessibilityLabel } = (await apiSpend()).statusItem;
    const tooltip = shown.replaceAll('&emsp;', '');
    assert.match(tooltip, /of it \$0\.0000300 for this text; the rest is assumed\./);
    assert.match(tooltip, /\| Input \| 2 \| \$15\.00 \| \$0\.0000300 \|/);
    assert.match(tooltip, /\| Output \(assumed\) \| 500 \| \$60\.00 \| \$0\.0300 \|/);
    assert.match(
      tooltip,
      /Price \[equal in \d independent sources\]\(https:[^)]+\), listed on \w{3} \d+, \d{4}\./,
    );
    assert.match(tooltip, /No longer sold: this was its last price/);
    assert.match(
      accessibilityLabel,
      /^API Spend: one call with Untitled-\d+ costs \$0\.0300 on OpenAI o1, 2 tokens\. \$0\.0300, of it \$0\.0000300 for this text; the rest is assumed\. Note: no longer sold\.$/,
    );
  });

  it('keeps the subject while the report or an output panel has the focus', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    await commands.executeCommand('apiSpend.openReport');
    await commands.executeCommand('workbench.action.output.toggleOutput');
    await commands.executeCommand('workbench.panel.output.focus');
    const { statusItem } = await apiSpend();
    assert.equal(statusItem.text, '$0.0300 · 2 tokens');
    assert.equal(statusItem.visible, true);
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('follows the language of the document, because an estimate depends on it', async () => {
    await setSetting('model', 'anthropic/claude-opus-5-5');
    await setSetting('scenario.outputTokens', 0);
    const { document } = await openText('some words '.repeat(50));
    const before = await statusText(/^≈/);
    await languages.setTextDocumentLanguage(document, 'json');
    await eventually(
      async () => (await apiSpend()).statusItem.text,
      (text) => text.startsWith('≈') && text !== before,
    );
  });

  it('can be hidden and shown', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    for (const wanted of [false, true]) {
      await commands.executeCommand('apiSpend.toggleStatusBar');
      await eventually(
        async () => (await apiSpend()).statusItem.visible,
        (visible) => visible === wanted,
      );
    }
  });

  it('copies the estimate', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    await commands.executeCommand('apiSpend.copyEstimate');
    assert.match(
      await env.clipboard.readText(),
      /^Untitled-\d+: \$0\.0300 on openai\/o1 \(2 tokens in, 500 tokens out assumed\), price equal in \d independent sources, listed on /,
    );
  });
});
