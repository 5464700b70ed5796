import assert from 'node:assert/strict';
import { commands, languages, workspace, type CompletionList } from 'vscode';
import { resetWindow, writeWorkspaceFile } from '../../support/window';

describe('models in a settings file', () => {
  before(resetWindow);
  after(resetWindow);

  it('are offered, those that can be bought first, also as a baseline', async () => {
    const text = '{\n  "apiSpend.baselineModel": "gpt"\n}';
    const file = await writeWorkspaceFile('proposed/settings.json', new TextEncoder().encode(text));
    const opened = await workspace.openTextDocument(file);
    const document = await languages.setTextDocumentLanguage(opened, 'jsonc');
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(text.indexOf('gpt') + 3),
    );
    const found = items.find(({ label }) => label === 'openai/gpt-6-sol');
    assert.ok(found);
    assert.equal(found.insertText, '"openai/gpt-6-sol"');
    assert.match(found.detail ?? '', /^GPT-6 Sol · \$2\.00/);
    const retired = items.find(({ label }) => label === 'openai/o1');
    assert.ok(retired);
    assert.ok(String(found.sortText) < String(retired.sortText), 'o1 is no longer sold');
  });
});
