import {
  Disposable,
  EventEmitter,
  TabInputCustom,
  TabInputNotebook,
  TabInputNotebookDiff,
  TabInputText,
  TabInputTextDiff,
  window,
  workspace,
  type NotebookDocument,
  type Tab,
  type TextDocument,
  type Uri,
} from 'vscode';
import { Latest } from '../../core/scheduling/latest';
import { currentSubject, isAbout, isSameUri, retake } from './current';
import { pdfShownAsText } from './shownPdf';
import { isOwnPage, isOwnTabVisible } from './ownTabs';
import { isSameSubject, subjectUri, type Subject } from './subject';
import type { FileInput } from './textless';

/**
 * The subject that is priced, with an event when it changes. While a webview or a panel has the focus, VS Code has
 * no active text editor: the last subject stays as long as its tab is visible.
 */
export class SubjectTracker implements Disposable {
  readonly #changed = new EventEmitter<Subject | undefined>();
  readonly #disposable: Disposable;
  #subject: Subject | undefined;
  readonly #refreshes = new Latest();

  readonly onDidChange = this.#changed.event;

  constructor() {
    const refresh = (): void => void this.#refresh();
    const refreshIfSubject = (document: TextDocument): void => {
      if (this.#isSubject(document)) refresh();
    };
    const refreshIfNotebook = (notebook: NotebookDocument): void => {
      if (this.#isNotebook(notebook)) refresh();
    };
    this.#disposable = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor(refresh),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) refresh();
      }),
      workspace.onDidChangeTextDocument(({ document }) => refreshIfSubject(document)),
      workspace.onDidOpenTextDocument(refreshIfSubject),
      workspace.onDidCloseTextDocument(refreshIfSubject),
      window.onDidChangeActiveNotebookEditor(refresh),
      window.onDidChangeNotebookEditorSelection(({ notebookEditor }) => {
        if (notebookEditor === window.activeNotebookEditor) refresh();
      }),
      workspace.onDidChangeNotebookDocument(({ notebook }) => refreshIfNotebook(notebook)),
      workspace.onDidOpenNotebookDocument(refresh),
      workspace.onDidCloseNotebookDocument(refreshIfNotebook),
      window.tabGroups.onDidChangeTabs(refresh),
      window.tabGroups.onDidChangeTabGroups(refresh),
    );
    refresh();
  }

  get subject(): Subject | undefined {
    return this.#subject;
  }

  dispose(): void {
    this.#refreshes.stop();
    this.#disposable.dispose();
  }

  #isSubject(document: TextDocument): boolean {
    const subject = this.#subject;
    if (document === window.activeTextEditor?.document) return true;
    if (!subject) return isActiveTab(document.uri);
    return subject.kind === 'unreadable'
      ? isSameUri(subject.uri, document.uri)
      : isAbout(subject, document);
  }

  #isNotebook(notebook: NotebookDocument): boolean {
    const isActive = notebook === window.activeNotebookEditor?.notebook;
    return isActive || (this.#subject !== undefined && isShownBy(this.#subject, notebook.uri));
  }

  /** Sets text at once, so that no number of another file stays while an unreadable file is looked at. */
  async #refresh(): Promise<void> {
    const signal = this.#refreshes.begin();
    const current = currentSubject();
    const pdf = pdfShownAsText(current);
    if (pdf) return this.#showPdf(pdf, current, signal);
    const last = current ? undefined : this.#lastStillVisible();
    this.#set(current ?? last);
    // An output panel has the focus, not the active tab.
    if (current || window.activeTextEditor) return;
    const input = activeFile();
    if (!input) return;
    const known = last?.kind === 'unreadable' || last?.kind === 'media' ? last : undefined;
    // Most windows show text alone.
    const { findTextless } = await import('./textless');
    const textless = await findTextless(input, known, signal);
    if (textless && !signal.aborted) this.#set(textless);
  }

  /** @param asText what it is if its pages cannot be read. */
  async #showPdf(uri: Uri, asText: Subject | undefined, signal: AbortSignal): Promise<void> {
    const { readMediaFile } = await import('./mediaFiles');
    const media = await readMediaFile(uri);
    if (!signal.aborted) this.#set(media ?? asText);
  }

  #set(subject: Subject | undefined): void {
    if (isSameSubject(subject, this.#subject)) return;
    this.#subject = subject;
    this.#changed.fire(subject);
  }

  #lastStillVisible(): Subject | undefined {
    const last = this.#subject;
    if (!last || !isShownOrReported(subjectUri(last))) return undefined;
    return last.kind === 'unreadable' ? last : retake(last);
  }
}

function isShownBy(subject: Subject, uri: Uri): boolean {
  return isSameUri(subjectUri(subject), uri);
}

/** Whether its tab is visible, or open while the report or a price sheet is visible. */
function isShownOrReported(uri: Uri): boolean {
  if (isVisible(uri)) return true;
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return isOwnTabVisible() && tabs.some((tab) => showsUri(tab, uri));
}

function isVisible(uri: Uri): boolean {
  return window.tabGroups.all.some(({ activeTab }) => activeTab && showsUri(activeTab, uri));
}

/** What the active tab shows, if VS Code may give no text of it. */
function activeFile(): FileInput | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const isFile =
    input instanceof TabInputCustom ||
    input instanceof TabInputText ||
    input instanceof TabInputTextDiff;
  return isFile && !isOwnPage(input) ? input : undefined;
}

function isActiveTab(uri: Uri): boolean {
  const { activeTab } = window.tabGroups.activeTabGroup;
  return activeTab !== undefined && showsUri(activeTab, uri);
}

function showsUri({ input }: Tab, uri: Uri): boolean {
  if (
    input instanceof TabInputText ||
    input instanceof TabInputNotebook ||
    input instanceof TabInputCustom
  ) {
    return isSameUri(input.uri, uri);
  }
  if (input instanceof TabInputTextDiff || input instanceof TabInputNotebookDiff) {
    return isSameUri(input.modified, uri) || isSameUri(input.original, uri);
  }
  return false;
}
