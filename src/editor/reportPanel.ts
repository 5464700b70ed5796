import {
  type Disposable,
  l10n,
  Uri,
  ViewColumn,
  window,
  type LogOutputChannel,
  type WebviewPanel,
} from 'vscode';
import * as v from 'valibot';
import { fromPageSchema, type FromPage, type Report, type ToPage } from '../protocol';
import { HumanError } from './errors';
import type { LiveEstimate } from './liveEstimate';
import { makeReport } from './reportContent';
import { reportHtml } from './reportHtml';

export const REPORT_VIEW = 'apiSpend.report';

/** How long a visible page may take to show a report before its silence is logged, in milliseconds. */
const PATIENCE_MS = 5000;

/** The one report panel: it follows the current subject, and keeps its last report when there is none. */
export class ReportPanel implements Disposable {
  readonly #extensionUri: Uri;
  readonly #live: LiveEstimate;
  readonly #log: LogOutputChannel;
  readonly #listener: Disposable;
  #panel: WebviewPanel | undefined;
  /** Held while the page is visible: it shows all models. */
  #wanting: Disposable | undefined;
  #report: Report | undefined;
  #shown: readonly string[] = [];
  #overdue: ReturnType<typeof setTimeout> | undefined;

  constructor(extensionUri: Uri, live: LiveEstimate, log: LogOutputChannel) {
    this.#extensionUri = extensionUri;
    this.#live = live;
    this.#log = log;
    this.#listener = live.onDidChange(() => this.#update());
  }

  /** The rows that the page says it shows, "provider/model cost". */
  get shown(): readonly string[] {
    return this.#shown;
  }

  open(): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      return;
    }
    const panel = window.createWebviewPanel(
      REPORT_VIEW,
      l10n.t('API Spend Report'),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      this.#options(),
    );
    this.adopt(panel);
  }

  /** Takes over a panel that was just made, or that VS Code brought back after a restart. */
  adopt(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    panel.webview.options = this.#options();
    panel.onDidDispose(() => this.#forget(panel));
    // Messages to a hidden page are lost.
    panel.onDidChangeViewState(() => {
      this.#followVisibility();
      this.#post();
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.webview.html = reportHtml(panel.webview, this.#extensionUri, panel.title);
    this.#followVisibility();
    this.#update();
  }

  dispose(): void {
    clearTimeout(this.#overdue);
    this.#wanting?.dispose();
    this.#listener.dispose();
    this.#panel?.dispose();
  }

  #options() {
    const folders = [
      ['dist', 'report'],
      ['media', 'report'],
    ];
    const localResourceRoots = folders.map((path) => Uri.joinPath(this.#extensionUri, ...path));
    return { enableScripts: true, localResourceRoots };
  }

  #followVisibility(): void {
    if (this.#panel?.visible === true) {
      this.#wanting ??= this.#live.wantAll();
      return;
    }
    this.#wanting?.dispose();
    this.#wanting = undefined;
  }

  #forget(panel: WebviewPanel): void {
    if (this.#panel !== panel) return;
    clearTimeout(this.#overdue);
    this.#panel = undefined;
    this.#shown = [];
    this.#followVisibility();
  }

  #update(): void {
    if (!this.#panel) return;
    const { readout } = this.#live;
    if (readout.kind === 'ready') this.#report = makeReport(readout.subject, readout.result);
    this.#post();
  }

  #post(): void {
    if (!this.#panel?.visible) return;
    const message = this.#message();
    void this.#panel.webview.postMessage(message);
    clearTimeout(this.#overdue);
    if (message.type !== 'report') return;
    this.#overdue = setTimeout(() => {
      this.#log.warn('The report page does not answer.');
    }, PATIENCE_MS);
  }

  #message(): ToPage {
    const { readout } = this.#live;
    if (readout.kind === 'problem') return { type: 'message', text: readout.message };
    if (readout.kind === 'unreadable') {
      const text = l10n.t(
        'VS Code gives extensions no text of files over 50 MB, so there is no price.',
      );
      return { type: 'message', text };
    }
    if (this.#report) return { type: 'report', report: this.#report };
    return { type: 'message', text: l10n.t('Open a text file to see what it costs.') };
  }

  #receive(message: unknown): void {
    const parsed = v.safeParse(fromPageSchema, message);
    if (parsed.success) this.#answer(parsed.output);
    else
      this.#log.warn(
        `The report page sent a message that is not understood: ${JSON.stringify(message)}`,
      );
  }

  #answer(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.#post();
        return;
      case 'shown':
        clearTimeout(this.#overdue);
        this.#shown = message.modelIds.map((id, index) => `${id} ${message.costs[index] ?? ''}`);
        return;
      case 'failed':
        this.#log.error(new HumanError(`The report page failed: ${message.text}`));
    }
  }
}
