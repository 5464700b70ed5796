import assert from 'node:assert/strict';
import { commands, env } from 'vscode';
import {
  apiSpend,
  eventually,
  openText,
  resetWindow,
  setSetting,
  statusText,
} from '../support/window';

// Costs below are for openai/o1: 15 USD in and 60 USD out per million tokens, 500 output tokens.

describe('the subject', () => {
  beforeEach(async () => {
    await resetWindow();
    await setSetting('model', 'openai/o1');
  });
  after(resetWindow);

  it('is priced as output when the setting says so, and as input again', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    await setSetting('treatTextAs', 'output');
    await statusText('$0.000120 · 2 tokens'); // 2 x 60 millionths
    const shown = await apiSpend();
    assert.match(
      shown.statusItem.tooltip,
      /\| Output \(the text\) \| 2 \| \$60\.00 \| \$0\.000120 \|/,
    );
    assert.match(shown.statusItem.accessibilityLabel, /^API Spend: one call that writes Untitled-/);
    await commands.executeCommand('apiSpend.copyEstimate');
    assert.match(await env.clipboard.readText(), /on openai\/o1 \(2 tokens out\), /);
    assert.ok((await shown.compare()).includes('openai/o1 $0.000120'));
    await commands.executeCommand('apiSpend.openReport');
    await eventually(
      () => shown.reportRows,
      (rows) => rows.includes('openai/o1 $0.000120'),
    );
    await setSetting('treatTextAs', 'both');
    await statusText('$(warning) API Spend: no cost');
    assert.match((await apiSpend()).statusItem.accessibilityLabel, /treatTextAs.*"both"/);
    await setSetting('treatTextAs', undefined);
    await statusText('$0.0300 · 2 tokens');
  });
});
