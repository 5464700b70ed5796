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

// Costs are for openai/o1: n tokens in at 15 USD per million, nothing out.

describe('a large document', () => {
  let editor: TextEditor;

  before(async () => {
    await resetWindow({ model: 'openai/o1', 'scenario.outputTokens': 0 });
    const bytes = new TextEncoder().encode(LINE.repeat(LINES));
    const uri = await writeWorkspaceFile('large.txt', bytes);
    await commands.executeCommand('vscode.open', uri);
    // 16 tokens a line.
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

  /** An edit is refused when VS Code has just changed the document itself. */
  async function change(edit: (builder: TextEditorEdit) => void): Promise<void> {
    await eventually(
      () => editor.edit(edit),
      (isDone) => isDone,
    );
  }

  it('counts again only the chunks that an edit touches', async () => {
    const characters = await recounted(async () => {
      for (let edits = 1; edits <= 20; edits++) {
        const place = new Position(edits * 3000, 9);
        await change((edit) => edit.insert(place, ' more'));
        await statusText(new RegExp(` · ${(1_280_000 + edits).toLocaleString('en')} tokens$`));
      }
    });
    assert.ok(characters <= 20 * 4096, `${characters} characters for 20 edits`);
  });

  it('counts several changes of one edit, and undo', async () => {
    const characters = await recounted(async () => {
      await change((edit) => {
        for (const line of [10, 40_000, 79_990]) edit.delete(new Range(line, 0, line + 1, 0));
      });
      await statusText(/ · 1,279,972 tokens$/); // 20 more, 3 lines of 16 less
      await commands.executeCommand('undo');
      await statusText(/ · 1,280,020 tokens$/);
    });
    assert.ok(characters <= 6 * 4096, `${characters} characters`);
  });

  it('counts a selection of nearly everything without counting the document again', async () => {
    const characters = await recounted(async () => {
      editor.selections = [new Selection(0, 0, LINES - 1, 0)];
      await statusText(/ · 1,280,004 tokens$/);
      editor.selections = [new Selection(0, 0, 0, 0)];
      await statusText(/ · 1,280,020 tokens$/);
    });
    assert.equal(characters, 0);
  });

  it('counts again when the line ends change', async () => {
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
