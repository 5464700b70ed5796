import {
  Disposable,
  EventEmitter,
  TabInputText,
  TabInputTextDiff,
  TabInputWebview,
  window,
  workspace,
  type Tab,
  type TextDocument,
  type Uri,
} from 'vscode';
import { REPORT_VIEW } from './reportView';
import { isSameSubject, subjectOf, subjectUri, type Subject } from './subject';

/** VS Code gives extensions no text of larger files: 50 MiB. */
const LARGEST_READABLE_BYTES = 50 * 1024 * 1024;

/**
 * Knows what is priced at the moment and says when that changes. VS Code has no active text editor while
 * a webview or a panel has the focus: the last subject stays as long as its tab is visible.
 */
export class SubjectTracker implements Disposable {
  readonly #changed = new EventEmitter<Subject | undefined>();
  readonly #disposable: Disposable;
  #subject: Subject | undefined;
  /** Counts refreshes, so that a slow look at a file's size cannot overtake a newer one. */
  #epoch = 0;

  readonly onDidChange = this.#changed.event;

  constructor() {
    const refresh = (): void => void this.#refresh();
    const refreshIfSubject = (document: TextDocument): void => {
      if (this.#isSubject(document)) refresh();
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
      window.tabGroups.onDidChangeTabs(refresh),
      window.tabGroups.onDidChangeTabGroups(refresh),
    );
    refresh();
  }

  get subject(): Subject | undefined {
    return this.#subject;
  }

  dispose(): void {
    this.#epoch++;
    this.#disposable.dispose();
  }

  #isSubject(document: TextDocument): boolean {
    return (
      document === window.activeTextEditor?.document ||
      (this.#subject !== undefined && isSameUri(subjectUri(this.#subject), document.uri))
    );
  }

  async #refresh(): Promise<void> {
    const epoch = ++this.#epoch;
    const subject = await this.#find();
    if (epoch !== this.#epoch || isSameSubject(subject, this.#subject)) return;
    this.#subject = subject;
    this.#changed.fire(subject);
  }

  async #find(): Promise<Subject | undefined> {
    const editor = window.activeTextEditor;
    // Output panels are text editors too: counting them would count our own log.
    if (editor && editor.document.uri.scheme !== 'output') return subjectOf(editor);
    const unreadable = editor ? undefined : await findUnreadable();
    return unreadable ?? this.#lastStillVisible();
  }

  #lastStillVisible(): Subject | undefined {
    const last = this.#subject;
    if (!last || !isShownSomehow(subjectUri(last))) return undefined;
    if (last.kind !== 'text') return last;
    const editor = window.visibleTextEditors.find(({ document }) => document === last.document);
    return editor ? subjectOf(editor) : last.document.isClosed ? undefined : last;
  }
}

/** The file of the active tab, if VS Code shows it but is not going to give its text. */
async function findUnreadable(): Promise<Subject | undefined> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputText)) return undefined;
  const { uri } = input;
  if (workspace.textDocuments.some((document) => isSameUri(document.uri, uri))) return undefined;
  const size = await sizeOf(uri);
  return size !== undefined && size > LARGEST_READABLE_BYTES
    ? { kind: 'unreadable', uri, reason: 'tooLarge' }
    : undefined;
}

/** Bytes of a file; undefined where there is no such file, as for untitled documents. */
async function sizeOf(uri: Uri): Promise<number | undefined> {
  return workspace.fs.stat(uri).then(
    ({ size }) => size,
    () => undefined,
  );
}

/** Its own tab is visible, or our report on it is, and its tab is still open. */
function isShownSomehow(uri: Uri): boolean {
  if (isVisible(uri)) return true;
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return isReportVisible() && tabs.some((tab) => showsUri(tab, uri));
}

function isReportVisible(): boolean {
  return window.tabGroups.all.some(
    ({ activeTab }) =>
      activeTab?.input instanceof TabInputWebview && activeTab.input.viewType.endsWith(REPORT_VIEW),
  );
}

function isVisible(uri: Uri): boolean {
  return window.tabGroups.all.some(({ activeTab }) => activeTab && showsUri(activeTab, uri));
}

function showsUri({ input }: Tab, uri: Uri): boolean {
  if (input instanceof TabInputText) return isSameUri(input.uri, uri);
  if (input instanceof TabInputTextDiff) {
    return isSameUri(input.modified, uri) || isSameUri(input.original, uri);
  }
  return false;
}

function isSameUri(a: Uri, b: Uri): boolean {
  return a.toString() === b.toString();
}
