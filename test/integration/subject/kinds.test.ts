import assert from 'node:assert/strict';
import {
  commands,
  env,
  languages,
  Position,
  NotebookCellData,
  NotebookCellKind,
  NotebookEdit,
  NotebookRange,
  type Uri,
  window,
  workspace,
  WorkspaceEdit,
  type NotebookDocument,
  type NotebookEditor,
} from 'vscode';
import {
  apiSpend,
  eventually,
  openCells,
  openText,
  resetWindow,
  select,
  setSetting,
  statusText,
  writeWorkspaceFile,
} from '../../support/window';
import { png, wav } from '../../support/media';
import { textOfNotes } from '../../support/notes';

// Costs are for openai/o1: 15 USD per million input tokens, 60 USD per million output tokens, 500 output tokens.

describe('the subject', () => {
  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
  });
  after(resetWindow);

  it('is priced as output or input according to the setting', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    await setSetting('treatTextAs', 'output');
    await statusText('$0.000120 · 2 tokens'); // 2 x 60 millionths
    const shown = await apiSpend();
    assert.match(
      shown.statusItem.tooltip,
      /\| Output \(the text\) \| &emsp;2 \| &emsp;\$60\.00 \| &emsp;\$0\.000120 \|/,
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

  it('reports placeholders of a prompt but not of code', async () => {
    const { document } = await openText('hello {{name}}, about ${topic} or {{name}}', 'markdown');
    const tooltip = async (): Promise<string> =>
      (await apiSpend()).statusItem.tooltip.replaceAll('&#36;', '$').replaceAll('\\', '');
    const isTold = (text: string): boolean =>
      text.includes('2 placeholders ({{name}}, ${topic}) are counted as written');
    await eventually(tooltip, isTold);
    await commands.executeCommand('apiSpend.openReport');
    await eventually(
      async () => textOfNotes((await apiSpend()).reportSubject?.notes ?? []),
      (notes) => isTold(notes),
    );
    await languages.setTextDocumentLanguage(document, 'javascript');
    await eventually(tooltip, (text) => text !== '' && !text.includes('placeholder'));
  });

  it('prices a file of requests by its content, whatever its language, as long as it is JSON', async () => {
    const request = { model: 'gpt-4o', messages: [{ role: 'user', content: 'Hello' }] };
    const tooltip = async (): Promise<string> => (await apiSpend()).statusItem.tooltip;
    const isOfRequests = (text: string): boolean => text.includes('not the JSON');
    const { document } = await openText(JSON.stringify(request), 'json');
    await eventually(tooltip, isOfRequests);
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await eventually(tooltip, isOfRequests);
    await window.activeTextEditor?.edit((edit) => edit.insert(new Position(0, 0), 'A request: '));
    await eventually(tooltip, (text) => text !== '' && !isOfRequests(text));
  });

  it('excludes languages immediately after the setting has changed', async () => {
    const { document } = await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    await setSetting('ignoredLanguages', ['plaintext', 'json']);
    await isVisible(false);
    await assert.rejects((await apiSpend()).compare(), /ignoredLanguages leaves out Untitled-/);
    await languages.setTextDocumentLanguage(document, 'markdown');
    await isVisible(true);
    await languages.setTextDocumentLanguage(document, 'json');
    await isVisible(false);
    await setSetting('ignoredLanguages', undefined);
    await isVisible(true);
    await statusText('$0.0300 · 2 tokens');
  });

  it('is the focused side of a diff editor, otherwise the modified one', async () => {
    const [original, modified] = await Promise.all(
      ['hello', 'hello world'].map((text, index) => writeText(`side${index}.txt`, text)),
    );
    // First neither side has the focus, then each side.
    await commands.executeCommand('workbench.view.explorer');
    const options = { preserveFocus: true };
    await commands.executeCommand('vscode.diff', original, modified, undefined, options);
    await statusText('$0.0300 · 2 tokens');
    await labelMatches(/side1\.txt \(modified\)/);
    await commands.executeCommand('workbench.action.compareEditor.focusSecondarySide');
    await statusText('$0.0300 · 1 token');
    await labelMatches(/side0\.txt \(original\)/);
    await commands.executeCommand('workbench.action.compareEditor.focusPrimarySide');
    await statusText('$0.0300 · 2 tokens');
  });

  it('is a picture, PDF or recording where a model takes it', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    const image = await writeWorkspaceFile('photo.png', png(1024, 768));
    await commands.executeCommand('vscode.open', image);
    // 1,024 x 768 has 2 x 2 tiles: 75 + 4 x 150 = 675 tokens at 15, and 500 at 60 USD per million.
    await statusText('$0.0401 · 675 tokens');
    await labelMatches(/photo\.png/);
    const shown = await apiSpend();
    assert.match(shown.statusItem.tooltip, /A picture of 1,024 × 768 pixels/);
    const rows = await shown.compare();
    assert.ok(rows.includes('openai/o1 $0.0401'), rows.slice(0, 3).join());
    await commands.executeCommand('apiSpend.openReport');
    await eventually(
      () => shown.reportRows,
      (found) => found.includes('openai/o1 $0.0401'),
    );
    const sound = await writeWorkspaceFile('speech.wav', wav(60));
    await commands.executeCommand('vscode.open', sound);
    await statusText('No cost: not taken');
    await setSetting('model', 'google/gemini-2.5-pro');
    // 60 x 32 tokens.
    await eventually(
      async () => (await apiSpend()).statusItem.text,
      (text) => text.includes('1,920 tokens'),
    );
    await setSetting('model', 'openai/o1');
  });

  it('explains why a damaged image, a binary file and a custom editor have no number', async () => {
    await openText('hello world');
    await statusText('$0.0300 · 2 tokens');
    const image = await writeWorkspaceFile('dot.png', new Uint8Array(70));
    await commands.executeCommand('vscode.open', image);
    await statusText('$(circle-slash) No cost: image');
    await labelMatches(/cannot price dot\.png: its size cannot be read/);
    const binary = await writeWorkspaceFile('zeros.bin', new Uint8Array(2000));
    await commands.executeCommand('vscode.open', binary);
    await statusText('$(circle-slash) No cost: binary file');
    const sound = await writeWorkspaceFile('silence.wav', new Uint8Array(100));
    await commands.executeCommand('vscode.open', sound);
    await statusText('$(circle-slash) No cost: no text');
    await assert.rejects((await apiSpend()).compare(), /does not give extensions its text/);
    await openText('hello');
    await statusText('$0.0300 · 1 token');
  });
});

describe('a notebook', () => {
  let notebook: NotebookDocument;
  let editor: NotebookEditor;

  beforeEach(async () => {
    await resetWindow({ model: 'openai/o1' });
    const code = ['hello world', 'hello', 'hello world hello'].map(
      (text) => new NotebookCellData(NotebookCellKind.Code, text, 'python'),
    );
    const markup = new NotebookCellData(NotebookCellKind.Markup, 'hello hello', 'markdown');
    editor = await openCells([...code, markup]);
    notebook = editor.notebook;
  });
  after(resetWindow);

  it('is priced as the sum of its cells and follows their changes', async () => {
    await statusText('$0.0301 · 8 tokens'); // 2 + 1 + 3 + 2
    await labelMatches(/Untitled-\d+\.ipynb \(4 cells\)/);
    await edit(NotebookEdit.deleteCells(new NotebookRange(2, 3)));
    await statusText('$0.0301 · 5 tokens');
    const added = new NotebookCellData(NotebookCellKind.Code, 'hello '.repeat(10), 'python');
    await edit(NotebookEdit.insertCells(1, [added]));
    await statusText('$0.0302 · 16 tokens');
    const text = new WorkspaceEdit();
    text.insert(
      notebook.cellAt(0).document.uri,
      notebook.cellAt(0).document.positionAt(0),
      'hello ',
    );
    await workspace.applyEdit(text);
    await statusText('$0.0303 · 17 tokens');
  });

  it('is priced by its selected cells if there are two or more, otherwise by all', async () => {
    await statusText('$0.0301 · 8 tokens');
    editor.selections = [new NotebookRange(0, 1), new NotebookRange(2, 3)];
    await statusText('$0.0301 · 5 tokens selected');
    await labelMatches(/2 cells of Untitled-\d+\.ipynb/);
    editor.selections = [new NotebookRange(1, 2)];
    await statusText('$0.0301 · 8 tokens');
  });

  it('is priced by the selected text inside a cell', async () => {
    await statusText('$0.0301 · 8 tokens');
    editor.selections = [new NotebookRange(2, 3)];
    await commands.executeCommand('notebook.cell.edit');
    const cell = notebook.cellAt(2).document;
    const cellEditor = await eventually(
      () => window.activeTextEditor,
      (active) => active?.document === cell,
    );
    assert.ok(cellEditor);
    cellEditor.selections = [select(0, 0, 5), select(0, 11, 17)];
    await statusText('$0.0300 · 2 tokens selected');
    await labelMatches(/2 selections in Untitled-\d+\.ipynb/);
    cellEditor.selections = [select(0, 0, 0)];
    await statusText('$0.0301 · 8 tokens');
  });

  it('excludes cells in excluded languages and reports their number', async () => {
    await statusText('$0.0301 · 8 tokens');
    await setSetting('ignoredLanguages', ['markdown']);
    await statusText('$0.0301 · 6 tokens');
    await commands.executeCommand('apiSpend.openReport');
    const subject = await eventually(
      async () => (await apiSpend()).reportSubject,
      (shown) => shown?.kind === 'notebook',
    );
    assert.equal(subject?.cells, 3);
    await setSetting('ignoredLanguages', ['markdown', 'python']);
    await isVisible(false);
  });

  it('keeps its number while the report has the focus, until another editor is active', async () => {
    await statusText('$0.0301 · 8 tokens');
    await commands.executeCommand('apiSpend.openReport');
    await statusText('$0.0301 · 8 tokens');
    await openText('hello');
    await statusText('$0.0300 · 1 token');
    await window.showNotebookDocument(notebook);
    await statusText('$0.0301 · 8 tokens');
  });

  async function edit(change: NotebookEdit): Promise<void> {
    const workspaceEdit = new WorkspaceEdit();
    workspaceEdit.set(notebook.uri, [change]);
    assert.ok(await workspace.applyEdit(workspaceEdit));
  }
});

async function writeText(name: string, text: string): Promise<Uri> {
  return writeWorkspaceFile(name, new TextEncoder().encode(text));
}

async function isVisible(wanted: boolean): Promise<void> {
  await eventually(
    async () => (await apiSpend()).statusItem.visible,
    (visible) => visible === wanted,
  );
}

async function labelMatches(wanted: RegExp): Promise<void> {
  await eventually(
    async () => (await apiSpend()).statusItem.accessibilityLabel,
    (label) => wanted.test(label),
  );
}
