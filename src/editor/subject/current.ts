import {
  TabInputCustom,
  TabInputNotebook,
  TabInputNotebookDiff,
  TabInputTextDiff,
  window,
  workspace,
  type NotebookDocument,
  type NotebookEditor,
  type TextDocument,
  type TextEditor,
  type Uri,
} from 'vscode';
import { openDocument } from './fileText';
import {
  subjectUri,
  textOf,
  type CountableSubject,
  type DiffSide,
  type NotebookSubject,
  type TextSubject,
} from './subject';

/** The text that the user looks at, as VS Code tells it; undefined where no editor with text is active. */
export function currentSubject(): CountableSubject | undefined {
  const editor = textEditor();
  const notebook = shownNotebook(editor);
  if (notebook) return notebookSubject(notebook, editor);
  return editor ? subjectOf(editor) : customEditorText();
}

/** The same subject as it stands now: what it is about may have changed, and its editor may be hidden. */
export function retake(subject: CountableSubject): CountableSubject | undefined {
  const { notebook } = subject;
  if (notebook?.isClosed === true) return undefined;
  if (subject.kind === 'notebook') return notebookSubject(subject.notebook, undefined);
  const { document, selections, side } = subject;
  const editor = window.visibleTextEditors.find((editor) => editor.document === document);
  if (notebook) return notebookSubject(notebook, editor);
  if (editor) return textOf(document, editor.selections, { side });
  return document.isClosed ? undefined : textOf(document, selections, { side });
}

/** Output panels are text editors too: counting them would count our own log. */
function textEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.uri.scheme === 'output' ? undefined : editor;
}

function subjectOf({ document, selections }: TextEditor): TextSubject {
  return textOf(document, selections, { side: sideOf(document.uri) });
}

/** Which side of the active comparison a document is on. */
function sideOf(uri: Uri): DiffSide | undefined {
  const input = activeInput();
  if (!(input instanceof TabInputTextDiff)) return undefined;
  if (isSameUri(uri, input.original)) return 'original';
  return isSameUri(uri, input.modified) ? 'modified' : undefined;
}

/**
 * The notebook that has the focus: the one whose cell is edited, else the active editor's, else of two that
 * are compared the modified one.
 */
function shownNotebook(editor: TextEditor | undefined): NotebookDocument | undefined {
  const ofCell = editor && notebookOfCell(editor.document);
  if (ofCell) return ofCell;
  const input = activeInput();
  if (input instanceof TabInputNotebookDiff) return openNotebook(input.modified);
  // A text editor may still be called active when another group's notebook has the focus.
  return !editor || input instanceof TabInputNotebook
    ? window.activeNotebookEditor?.notebook
    : undefined;
}

function notebookOfCell(document: TextDocument): NotebookDocument | undefined {
  return workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}

function openNotebook(uri: Uri): NotebookDocument | undefined {
  return workspace.notebookDocuments.find((notebook) => isSameUri(notebook.uri, uri));
}

/** Text that is selected inside a cell, else two or more selected cells, else all: VS Code always has one selected. */
function notebookSubject(
  notebook: NotebookDocument,
  editor: TextEditor | undefined,
): CountableSubject {
  if (editor && notebookOfCell(editor.document) === notebook) {
    const inCell = textOf(editor.document, editor.selections, { notebook });
    if (inCell.selections.length > 0) return inCell;
  }
  const notebookEditor = [window.activeNotebookEditor, ...window.visibleNotebookEditors].find(
    (each) => each?.notebook === notebook,
  );
  const selected = notebookEditor ? selectedCells(notebookEditor) : [];
  const isWhole = selected.length < 2;
  return cellsOf(notebook, isWhole ? notebook.getCells() : selected, isWhole);
}

function cellsOf(
  notebook: NotebookDocument,
  cells: ReturnType<NotebookDocument['getCells']>,
  isWhole: boolean,
): NotebookSubject {
  const parts = cells.map(({ document }) => textOf(document, [], { notebook }));
  return { kind: 'notebook', notebook, isWhole, cells: parts, leftOut: 0 };
}

function selectedCells({ notebook, selections }: NotebookEditor) {
  return [...new Set(selections.flatMap((range) => notebook.getCells(range)))];
}

/** Some custom editors show a text document, which VS Code gives to everybody. */
function customEditorText(): TextSubject | undefined {
  const input = activeInput();
  const document = input instanceof TabInputCustom ? openDocument(input.uri) : undefined;
  return document && textOf(document, []);
}

function activeInput(): unknown {
  return window.tabGroups.activeTabGroup.activeTab?.input;
}

export function isSameUri(a: Uri, b: Uri): boolean {
  return a.toString() === b.toString();
}

/** Whether a document is one of a subject's, or what it becomes when it is opened again. */
export function isAbout(subject: CountableSubject, document: TextDocument): boolean {
  return subject.kind === 'text'
    ? isSameUri(subjectUri(subject), document.uri) || subject.document === document
    : subject.cells.some((cell) => cell.document === document);
}
