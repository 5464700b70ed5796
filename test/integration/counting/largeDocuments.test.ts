import assert from 'node:assert/strict';
import {
  commands,
  EndOfLine,
  Position,
  Range,
  Selection,
  window,
  type TextEditor,
  type TextEditorEdit,
} from 'vscode';
import {
  apiSpend,
  eventually,
  resetWindow,
  statusText,
  writeWorkspaceFile,
} from '../../support/window';

const LINE = 'The quick brown fox jumps over the lazy dog, 42 times a day.\n';
const LINES = 80_000; // 4.9 MB

// Costs are for openai/o1: n input tokens at 15 USD per million, no output tokens.

describe('a large document', () => {
  let editor: TextEditor;

  before(async () => {
    await resetWindow({ model: 'openai/o1', 'scenario.outputTokens': 0 });
    const bytes = new TextEncoder().encode(LINE.repeat(LINES));
    const uri = await writeWorkspaceFile('large.txt', bytes);
    await commands.executeCommand('vscode.open', uri);
    // 16 tokens per line.
    await statusText(/ · 1,280,000 tokens$/);
    assert.ok(window.activeTextEditor);
    editor = window.activeTextEditor;
  });
  after(resetWindow);

  async function recounted(work: () => Promise<unknown>): Promise<number> {
    const shown = await apiSpend();
    const before = shown.recountedLength;
    await work();
    return shown.recountedLength - before;
  }

  /** Repeats an edit that VS Code refuses because the document has just changed. */
  async function change(edit: (builder: TextEditorEdit) => void): Promise<void> {
    await eventually(
      () => editor.edit(edit),
      (isDone) => isDone,
    );
  }

  it('recounts only the chunks that an edit touches', async () => {
    const characters = await recounted(async () => {
      for (let edits = 1; edits <= 20; edits++) {
        const place = new Position(edits * 3000, 9);
        await change((edit) => edit.insert(place, ' more'));
        await statusText(new RegExp(` · ${(1_280_000 + edits).toLocaleString('en')} tokens$`));
      }
    });
    assert.ok(characters <= 20 * 4096, `${characters} characters for 20 edits`);
  });

  it('recounts only the touched chunks for an edit with several changes, and for its undo', async () => {
    const characters = await recounted(async () => {
      await change((edit) => {
        for (const line of [10, 40_000, 79_990]) edit.delete(new Range(line, 0, line + 1, 0));
      });
      await statusText(/ · 1,279,972 tokens$/); // 20 inserted, 3 lines of 16 deleted
      await commands.executeCommand('undo');
      await statusText(/ · 1,280,020 tokens$/);
    });
    assert.ok(characters <= 6 * 4096, `${characters} characters`);
  });

  it('counts a selection of nearly all lines without recounting the document', async () => {
    const characters = await recounted(async () => {
      editor.selections = [new Selection(0, 0, LINES - 1, 0)];
      await statusText(/ · 1,280,004 tokens selected$/);
      editor.selections = [new Selection(0, 0, 0, 0)];
      await statusText(/ · 1,280,020 tokens$/);
    });
    assert.equal(characters, 0);
  });

  it('recounts the document when its line endings change', async () => {
    const { length } = editor.document.getText();
    const changed = async (eol: EndOfLine): Promise<number> =>
      recounted(async () => {
        const before = (await apiSpend()).recountedLength;
        await change((edit) => edit.setEndOfLine(eol));
        await eventually(
          async () => (await apiSpend()).recountedLength - before,
          (characters) => characters >= length,
        );
        await statusText(/ · 1,280,020 tokens$/);
      });
    assert.ok((await changed(EndOfLine.CRLF)) >= length);
    assert.ok((await changed(EndOfLine.LF)) >= length);
  });
});
