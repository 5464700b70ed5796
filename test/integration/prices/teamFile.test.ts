import assert from 'node:assert/strict';
import { commands, languages, window, workspace, type CompletionList } from 'vscode';
import { TEAM_FILE_NAME } from '../../../src/core/team/fileName';
import {
  apiSpend,
  eventually,
  exportedApi,
  openText,
  resetWindow,
  setSetting,
  statusText,
  workspaceFile,
  writeWorkspaceFile,
} from '../../support/window';

// 2 input tokens ("hello world") at 15 and 500 output tokens at 60 with openai/o1: 30,030 millionths of a dollar.

describe("the team's file", () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
  });
  afterEach(remove);
  after(resetWindow);

  async function write(content: string): Promise<void> {
    await writeWorkspaceFile(TEAM_FILE_NAME, new TextEncoder().encode(content));
  }

  async function remove(): Promise<void> {
    await workspace.fs.delete(workspaceFile(TEAM_FILE_NAME)).then(undefined, () => undefined);
  }

  async function tooltip(): Promise<string> {
    return (await apiSpend()).statusItem.tooltip.replaceAll('\\', '');
  }

  it('changes prices, which are marked, and goes when it is deleted', async () => {
    await write('{ "discounts": { "openai/*": 0.5 } } // negotiated');
    await statusText('$(account) $0.0150 · 2 tokens');
    const text = await tooltip();
    assert.match(text, /Discount: × 0\.5/);
    assert.match(
      text,
      /Partly your team's price, from .api-spend.json\. Price \[[^\n]+, (checked|listed) on/,
    );
    const { price } = await (await exportedApi()).estimate('hello world');
    assert.ok(price.kind === 'priced');
    assert.deepEqual([price.totalUsd, price.own, price.discount], ['0.015015', true, 0.5]);
    await remove();
    await statusText('$0.0300 · 2 tokens');
    assert.doesNotMatch(await tooltip(), /team/);
  });

  it('gives way to the settings, one by one', async () => {
    await write(`{
      "scenario": { "outputTokens": 100, "reasoningTokens": 10 },
      "budgets": { "perCall": 0.001 },
      "pinnedModels": ["openai/gpt-4.1"],
      "overrides": { "o1": { "input": 0, "output": 100 } },
      "customModels": { "acme/private": { "encoding": "o200k_base", "rates": { "input": 1, "output": 1 } } }
    }`);
    // 110 x 100
    await statusText('$(account) $0.0110 · 2 tokens');
    const { statusItem } = await apiSpend();
    assert.equal(statusItem.background, 'statusBarItem.warningBackground');
    assert.match(await tooltip(), /is \$0\.0100 over the budget of \$0\.00100/);
    await setSetting('scenario.outputTokens', 200);
    // 210 x 100
    await statusText('$(account) $0.0210 · 2 tokens');
    await setSetting('pricing.overrides', { 'openai/o1': { output: 10 } });
    // 2 x 15 + 210 x 10
    await statusText('$(account) $0.00213 · 2 tokens');
    await setSetting('budget.perCall', 0);
    await eventually(
      async () => (await apiSpend()).statusItem.background,
      (background) => background === undefined,
    );
    const rows = await (await apiSpend()).compare();
    assert.ok(rows.includes('acme/private $0.000212'), rows.join('\n'));
    await setSetting('pricing.overrides', undefined);
    await setSetting('scenario.outputTokens', undefined);
    await setSetting('budget.perCall', undefined);
  });

  it('stays in force as it last was while it is half-written or wrong, and says so', async () => {
    await write('{ "discounts": { "openai/*": 0.5 } }');
    await statusText('$(account) $0.0150 · 2 tokens');
    await write('{ "discounts": { "openai/*": 0.');
    await eventually(tooltip, (text) => /in line 1\. Its last valid content stays/.test(text));
    await statusText('$(account) $0.0150 · 2 tokens');
    await write('{ "discounts": { "openai/*": 15 } }');
    await eventually(tooltip, (text) => /discounts\.openai\/\* is not a factor above 0/.test(text));
    await statusText('$(account) $0.0150 · 2 tokens');
    await write('{ "discounts": { "openai/*": 0.6 } }');
    await statusText('$(account) $0.0180 · 2 tokens');
    assert.doesNotMatch(await tooltip(), /last valid content/);
  });

  it('that was never valid changes nothing', async () => {
    await write('{ "discount": 1 }');
    await eventually(tooltip, (text) =>
      /discount is not a known key; the nearest is discounts\. Nothing of it is in force/.test(
        text,
      ),
    );
    await statusText('$0.0300 · 2 tokens');
  });

  it('is completed and checked by VS Code', async () => {
    await write('{\n"discounts": { "openai/*": 15 },\n"budget": {}, "overrides": { } }');
    const document = await workspace.openTextDocument(workspaceFile(TEAM_FILE_NAME));
    assert.equal(document.languageId, 'jsonc');
    await window.showTextDocument(document);
    const problems = await eventually(
      () => languages.getDiagnostics(document.uri),
      ({ length }) => length >= 2,
    );
    assert.deepEqual(
      problems.map(({ range }) => document.getText(range)),
      ['15', '"budget"'],
    );
    const offered = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('{ } }') + 1),
    );
    const labels = offered.items.map(({ label }) =>
      typeof label === 'string' ? label : label.label,
    );
    assert.ok(labels.includes('openai/gpt-6-luna'), labels.join(', '));
  });
});
