import {
  Uri,
  ViewColumn,
  window,
  type Disposable,
  type LogOutputChannel,
  type WebviewPanel,
} from 'vscode';
import * as v from 'valibot';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import { fromPageSchema, type FromPage, type Subject, type ToPage } from '../../protocol/messages';
import { HumanError, messageFor } from '../errors';
import type { LiveEstimate, Readout } from '../live/estimate';
import { whyNothing } from '../live/nextReady';
import { pricesMessage, settingsMessage, setupMessage, textSubject } from './content';
import { copyExport, saveExport } from './exports';
import { setPinned } from '../picks/pinned';
import { reportHtml } from './html';
import { saveScenario } from '../settings/saveScenario';
import { readSettings } from '../settings/settings';
import { PageWatch } from './pageWatch';
import { REPORT_VIEW } from '../../protocol/viewType';
import { openToSeeCost, reportTitle as titleOf } from '../../wording/report';
import { counting } from '../../wording/readout';
import { wordsOf } from '../words';
import { writeSetting } from '../settings/write';

const reportTitle = (): string => titleOf(wordsOf());

/** What the panel needs to know of the extension. */
export interface ReportHome {
  readonly extensionUri: Uri;
  readonly version: string;
  readonly priceTable: () => Promise<PriceTable>;
}

/**
 * The one report panel. It sends facts to its page: prices once, settings and counts whenever they change;
 * it follows the current subject, and keeps its last one when there is none.
 */
export class ReportPanel implements Disposable {
  readonly #home: ReportHome;
  readonly #live: LiveEstimate;
  readonly #log: LogOutputChannel;
  readonly #listener: Disposable;
  #panel: WebviewPanel | undefined;
  /** Held while the page is visible: it shows all models. */
  #wanting: Disposable | undefined;
  /** What the page has or will have: sent whole to a page that says it is ready. */
  #setting: ToPage | undefined;
  #subject: Subject | undefined;
  #table: PriceTable | undefined;
  /** The table that the page has. */
  #sentTable: PriceTable | undefined;
  /** Files that somebody asked for stay until a report on the current text is asked for. */
  #showsFiles = false;
  /** A page that was brought back says itself what it shows. */
  #isRestored = false;
  /** Whether the page takes messages: not before it says so, and not while it is hidden. */
  #isReady = false;
  #shown: readonly string[] = [];
  readonly #watch: PageWatch;

  constructor(home: ReportHome, live: LiveEstimate, log: LogOutputChannel) {
    this.#home = home;
    this.#live = live;
    this.#log = log;
    this.#watch = new PageWatch(log);
    this.#listener = live.onDidChange((readout) => this.#follow(readout));
  }

  /** The rows that the page says it shows, "provider/model cost". */
  get shown(): readonly string[] {
    return this.#shown;
  }

  /** What the report is about. */
  get subject(): Subject | undefined {
    return this.#subject;
  }

  /** Shows the report on the current subject. */
  open(): void {
    this.#showsFiles = false;
    this.#reveal();
    this.#followVisibility();
    this.#follow(this.#live.readout);
  }

  /** Shows the report on several files, counted by the caller; it stays until `open`. */
  showFiles(subject: Subject): void {
    this.#showsFiles = true;
    this.#subject = subject;
    this.#reveal();
    this.#followVisibility();
    this.#follow(this.#live.readout);
  }

  /** Takes over a panel that VS Code brought back after a restart. */
  restore(panel: WebviewPanel): void {
    this.#isRestored = true;
    this.#adopt(panel);
  }

  dispose(): void {
    this.#watch.dispose();
    this.#wanting?.dispose();
    this.#listener.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    this.#sentTable = undefined;
    panel.webview.options = this.#options();
    panel.onDidDispose(() => this.#forget(panel));
    panel.onDidChangeViewState(() => this.#followVisibility());
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.webview.html = reportHtml(panel.webview, this.#home.extensionUri, panel.title);
    this.#followVisibility();
    this.#follow(this.#live.readout);
  }

  #reveal(): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.#isRestored = false;
    const options = this.#options();
    this.#adopt(window.createWebviewPanel(REPORT_VIEW, reportTitle(), column, options));
  }

  #options() {
    const folders = [
      ['dist', 'report'],
      ['media', 'report'],
    ];
    const localResourceRoots = folders.map((path) =>
      Uri.joinPath(this.#home.extensionUri, ...path),
    );
    return { enableScripts: true, localResourceRoots };
  }

  #forget(panel: WebviewPanel): void {
    if (this.#panel !== panel) return;
    this.#watch.dispose();
    this.#panel = undefined;
    this.#shown = [];
    this.#followVisibility();
  }

  #followVisibility(): void {
    const isVisible = this.#panel?.visible === true;
    // Files were counted by who asked for them.
    if (isVisible && !this.#showsFiles) {
      this.#wanting ??= this.#live.wantAll();
    } else {
      this.#wanting?.dispose();
      this.#wanting = undefined;
    }
    if (!isVisible) {
      this.#isReady = false;
      this.#watch.rest();
    } else if (this.#panel && !this.#isReady) {
      // It says that it is ready, or why not.
      this.#watch.expectAnswer(this.#panel, reportTitle());
    }
  }

  #follow(readout: Readout): void {
    if (!this.#panel) return;
    if (readout.kind === 'ready' && readout.result.isComplete && !this.#showsFiles) {
      this.#subject = textSubject(readout.subject, readout.result);
    }
    this.#loadPrices(readout)
      .then(() => this.#postReport())
      .catch((error: unknown) => {
        this.#report(error);
        this.#post({ type: 'message', text: messageFor(error), isProblem: true });
      });
  }

  /** A page that VS Code brings back has its last subject, but no prices: they are read even if nothing is open. */
  async #loadPrices(readout: Readout): Promise<void> {
    const { table, settings } =
      readout.kind === 'ready'
        ? readout.result
        : { table: await this.#home.priceTable(), settings: readSettings() };
    this.#table = table;
    this.#setting = settingsMessage(settings, table);
  }

  /** Messages to a hidden page are lost; it asks for everything when it is shown again. */
  #postReport(): void {
    if (!this.#isReady) return;
    if (this.#table && this.#table !== this.#sentTable) {
      this.#sentTable = this.#table;
      this.#post(pricesMessage(this.#table.models));
    }
    if (this.#setting) this.#post(this.#setting);
    const problem = this.#problem();
    if (problem !== undefined) this.#post({ type: 'message', text: problem, isProblem: true });
    else if (this.#subject) this.#postSubject(this.#subject);
    else {
      const text = openToSeeCost(wordsOf());
      this.#post({ type: 'message', text, isProblem: false });
    }
  }

  #postSubject(subject: Subject): void {
    this.#post({ type: 'subject', subject });
    if (this.#panel) this.#watch.expectAnswer(this.#panel, reportTitle(), subject.files.length);
  }

  /** Why the current subject has no report; a report that is there stays while there is nothing to price. */
  #problem(): string | undefined {
    const { readout } = this.#live;
    if (this.#showsFiles) return undefined;
    if (readout.kind !== 'none' && readout.kind !== 'counting' && readout.kind !== 'ready') {
      return whyNothing(readout);
    }
    const isBehind =
      readout.kind === 'counting' || (readout.kind === 'ready' && !readout.result.isComplete);
    return isBehind && this.#subject ? counting(wordsOf()) : undefined;
  }

  #post(message: ToPage): void {
    if (this.#isReady) void this.#panel?.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const parsed = v.safeParse(fromPageSchema, message);
    if (!parsed.success) {
      const what = JSON.stringify([message]).slice(0, 500);
      this.#log.warn(`The report page sent a message that is not understood: ${what}`);
      return;
    }
    this.#answer(parsed.output).catch((error: unknown) => {
      this.#report(error);
      // The page shows settings as they would be if they could have been written.
      if (this.#setting) this.#post(this.#setting);
    });
  }

  #report(error: unknown): void {
    this.#log.error(error instanceof Error ? error : String(error));
    this.#post({ type: 'outcome', ok: false, text: messageFor(error) });
  }

  async #answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#watch.rest();
        this.#sentTable = undefined;
        if (this.#isRestored && message.showsFiles) this.#keepFiles();
        this.#isRestored = false;
        this.#post(setupMessage(this.#home.version));
        this.#postReport();
        return;
      case 'shown':
        this.#watch.rest();
        this.#shown = message.modelIds.map((id, index) => `${id} ${message.costs[index] ?? ''}`);
        return;
      case 'failed':
        this.#log.error(new HumanError(`The report page failed: ${message.text}`));
        return;
      case 'export':
        await this.#export(message);
        return;
      case 'saveScenario':
        this.#sayDone(await saveScenario(message.scenario, message.scope));
        return;
      case 'selectModel':
        await writeSetting('model', message.modelId);
        return;
      case 'selectBaseline':
        await writeSetting('baselineModel', message.modelId);
        return;
      case 'pinModel':
        if (this.#table) await setPinned(this.#table, message.modelId, message.isPinned);
        return;
    }
  }

  /** The page has files that were counted before VS Code was started again. */
  #keepFiles(): void {
    this.#showsFiles = true;
    this.#subject = undefined;
    this.#followVisibility();
  }

  async #export({ format, to, text }: FromPage & { type: 'export' }): Promise<void> {
    const name = this.#subject?.name ?? 'report';
    const done =
      to === 'clipboard' ? await copyExport(format, text) : await saveExport(format, name, text);
    if (done !== undefined) this.#sayDone(done);
  }

  #sayDone(text: string): void {
    this.#post({ type: 'outcome', ok: true, text });
  }
}
