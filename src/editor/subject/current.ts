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
import { openDocument, openNotebook } from './fileText';
import { isOwnPage } from './ownTabs';
import {
  subjectUri,
  textOf,
  type CountableSubject,
  type DiffSide,
  type NotebookSubject,
  type TextSubject,
} from './subject';

/** The text in the active editor; undefined without one. */
export function currentSubject(): CountableSubject | undefined {
  const editor = textEditor();
  const notebook = shownNotebook(editor);
  if (notebook) return notebookSubject(notebook, editor);
  return editor ? subjectOf(editor) : customEditorText();
}

/** The subject with its current text and selections, although its editor may be hidden; undefined once closed. */
export function retake(subject: CountableSubject): CountableSubject | undefined {
  if (subject.kind === 'media') return subject;
  const { notebook } = subject;
  if (notebook?.isClosed === true) return undefined;
  if (subject.kind === 'notebook') return notebookSubject(subject.notebook, undefined);
  const { document, selections, side } = subject;
  const editor = window.visibleTextEditors.find((editor) => editor.document === document);
  if (notebook) return notebookSubject(notebook, editor);
  if (editor) return textOf(document, editor.selections, { side });
  return document.isClosed ? undefined : textOf(document, selections, { side });
}

/** Output panels are text editors too: they would count our own log. */
function textEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.uri.scheme === 'output' ? undefined : editor;
}

function subjectOf({ document, selections }: TextEditor): TextSubject {
  return textOf(document, selections, { side: sideOf(document.uri) });
}

/** The document's side in the active diff editor. */
function sideOf(uri: Uri): DiffSide | undefined {
  const input = activeInput();
  if (!(input instanceof TabInputTextDiff)) return undefined;
  if (isSameUri(uri, input.original)) return 'original';
  return isSameUri(uri, input.modified) ? 'modified' : undefined;
}

/**
 * The notebook with the focus: that of the edited cell, else the modified one of a notebook diff, else the
 * active notebook editor's.
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

/** The text selected within a cell, else two or more selected cells, else all: one cell is always selected. */
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

/** A custom editor that shows a text document shares it with all extensions. A price sheet is no text of the user's. */
function customEditorText(): TextSubject | undefined {
  const input = activeInput();
  if (isOwnPage(input)) return undefined;
  const document = input instanceof TabInputCustom ? openDocument(input.uri) : undefined;
  return document && textOf(document, []);
}

function activeInput(): unknown {
  return window.tabGroups.activeTabGroup.activeTab?.input;
}

export function isSameUri(a: Uri, b: Uri): boolean {
  return a.toString() === b.toString();
}

/** Whether a document is one of the subject's; a document that was closed and opened again has the same URI. */
export function isAbout(subject: CountableSubject, document: TextDocument): boolean {
  switch (subject.kind) {
    case 'text':
      return isSameUri(subjectUri(subject), document.uri) || subject.document === document;
    case 'notebook':
      return subject.cells.some((cell) => cell.document === document);
    case 'media':
      return isSameUri(subject.uri, document.uri);
  }
}
