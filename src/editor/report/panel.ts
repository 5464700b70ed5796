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
import {
  fromPageSchema,
  type FromPage,
  type ReportSubject,
  type ToPage,
} from '../../protocol/messages';
import { HumanError, messageFor } from '../errors';
import { Latest } from '../latest';
import type { LiveEstimate, Readout } from '../live/estimate';
import { whyNothing } from '../live/nextReady';
import { settingsMessage, setupMessage, textSubject } from './content';
import { copyExport, saveExport } from './exports';
import { setPinned } from '../picks/pinned';
import { reportHtml } from './html';
import { saveScenario } from '../settings/saveScenario';
import { readSettings } from '../settings/settings';
import { PageWatch } from './pageWatch';
import {
  changedVisibility,
  CLOSED,
  closedPage,
  countedText,
  openedPage,
  readyPage,
  showFiles,
  showText,
  update,
  type ReportState,
} from './state';
import { REPORT_VIEW } from '../../protocol/viewType';
import { openToSeeCost, reportTitle as titleOf } from '../../wording/page/report';
import { counting } from '../../wording/views/readout';
import { wordsOf } from '../words';
import { writeSetting } from '../settings/write';

const reportTitle = (): string => titleOf(wordsOf());

/** The panel's view of the extension. */
export interface ReportHome {
  readonly extensionUri: Uri;
  readonly version: string;
  readonly priceTable: () => Promise<PriceTable>;
}

/**
 * The one report panel. It follows the current text, keeps the last one while there is none, and brings its page up to
 * date whenever the state of the report changes.
 */
export class ReportPanel implements Disposable {
  readonly #home: ReportHome;
  readonly #live: LiveEstimate;
  readonly #log: LogOutputChannel;
  readonly #listener: Disposable;
  readonly #watch: PageWatch;
  readonly #reading = new Latest();
  #panel: WebviewPanel | undefined;
  #state: ReportState = CLOSED;
  /** Held while the page shows all models for the current text. */
  #wanting: Disposable | undefined;
  #shown: readonly string[] = [];

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

  /** The counted text or files of the report. */
  get subject(): ReportSubject | undefined {
    return this.#state.topic.subject;
  }

  /** Shows the report on the current text. */
  open(): void {
    this.#show(showText(this.#state));
  }

  /** Shows the report on files that the caller has counted; it stays until `open`. */
  showFiles(subject: ReportSubject): void {
    this.#show(showFiles(this.#state, subject));
  }

  /** Takes over a panel that VS Code brought back after a restart. */
  restore(panel: WebviewPanel): void {
    this.#adopt(panel, true);
  }

  dispose(): void {
    this.#watch.dispose();
    this.#wanting?.dispose();
    this.#listener.dispose();
    this.#panel?.dispose();
  }

  #show(state: ReportState): void {
    this.#state = state;
    if (this.#panel) this.#panel.reveal(undefined, true);
    else this.#adopt(this.#createPanel(), false);
    this.#followVisibility();
    this.#follow(this.#live.readout);
  }

  #createPanel(): WebviewPanel {
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    return window.createWebviewPanel(REPORT_VIEW, reportTitle(), column, this.#options());
  }

  #adopt(panel: WebviewPanel, isRestored: boolean): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#state = openedPage(this.#state, isRestored);
    panel.webview.options = this.#options();
    panel.onDidDispose(() => this.#forget(panel));
    panel.onDidChangeViewState(() => this.#followVisibility());
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.webview.html = reportHtml(panel.webview, this.#home.extensionUri, panel.title);
    this.#followVisibility();
    this.#follow(this.#live.readout);
  }

  #options() {
    const page = Uri.joinPath(this.#home.extensionUri, 'dist', 'report');
    return { enableScripts: true, localResourceRoots: [page] };
  }

  #forget(panel: WebviewPanel): void {
    if (this.#panel !== panel) return;
    this.#watch.dispose();
    this.#panel = undefined;
    this.#shown = [];
    this.#state = closedPage(this.#state);
    this.#followVisibility();
  }

  #followVisibility(): void {
    const isVisible = this.#panel?.visible === true;
    this.#state = changedVisibility(this.#state, isVisible);
    // Whoever asked for a report on files has counted them.
    if (isVisible && this.#state.topic.kind === 'text') {
      this.#wanting ??= this.#live.wantAll();
    } else {
      this.#wanting?.dispose();
      this.#wanting = undefined;
    }
    if (!isVisible) this.#watch.stop();
    else if (this.#panel && this.#state.page.kind === 'starting') {
      this.#watch.expectAnswer(this.#panel, reportTitle());
    }
  }

  #follow(readout: Readout): void {
    if (!this.#panel) return;
    // A report on files does not look at the text, so a key costs it nothing.
    const isText = this.#state.topic.kind === 'text';
    if (isText && readout.kind === 'ready' && readout.result.isComplete) {
      this.#state = countedText(this.#state, textSubject(readout.subject, readout.result));
    }
    this.#priceAndUpdate(readout).catch((error: unknown) => {
      this.#log.error(error instanceof Error ? error : String(error));
      this.#post({ type: 'note', text: messageFor(error) });
    });
  }

  /** Of several readings under way, the newest one counts. */
  async #priceAndUpdate(readout: Readout): Promise<void> {
    const prices = await this.#reading.run(async () => this.#readPrices(readout));
    if (!prices) return;
    this.#state = { ...this.#state, prices };
    this.#update();
  }

  /** Without a text too: a page that VS Code brings back remembers its text or files, but no prices. */
  async #readPrices(readout: Readout): Promise<NonNullable<ReportState['prices']>> {
    const { table, settings } =
      readout.kind === 'ready'
        ? readout.result
        : { table: await this.#home.priceTable(), settings: readSettings() };
    return { table, settings: settingsMessage(settings, table) };
  }

  #update(): void {
    const { state, messages } = update(this.#state, this.#note(), openToSeeCost(wordsOf()));
    this.#state = state;
    for (const message of messages) {
      this.#post(message);
      if (message.type === 'subject' && this.#panel) {
        this.#watch.expectAnswer(this.#panel, reportTitle(), message.subject.files.length);
      }
    }
  }

  #note(): string | undefined {
    const { readout } = this.#live;
    switch (readout.kind) {
      case 'none':
        return undefined;
      case 'ready':
        return readout.result.isComplete ? undefined : counting(wordsOf());
      case 'counting':
        return counting(wordsOf());
      case 'leftOut':
      case 'problem':
      case 'unreadable':
        return whyNothing(readout);
    }
  }

  #post(message: ToPage): void {
    if (this.#state.page.kind === 'ready') void this.#panel?.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const parsed = v.safeParse(fromPageSchema, message);
    if (!parsed.success) {
      const what = JSON.stringify([message]).slice(0, 500);
      this.#log.warn(`The report page sent an invalid message: ${what}`);
      return;
    }
    this.#answer(parsed.output).catch((error: unknown) => {
      this.#report(error);
      // The page shows settings as if they were written already.
      if (this.#state.prices) this.#post(this.#state.prices.settings);
    });
  }

  #report(error: unknown): void {
    this.#log.error(error instanceof Error ? error : String(error));
    this.#post({ type: 'outcome', ok: false, text: messageFor(error) });
  }

  async #answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#watch.stop();
        this.#state = readyPage(this.#state, message.showsFiles);
        this.#followVisibility();
        this.#post(setupMessage(this.#home.version));
        this.#update();
        return;
      case 'shown':
        this.#watch.stop();
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
        if (this.#state.prices) {
          await setPinned(this.#state.prices.table, message.modelId, message.isPinned);
        }
        return;
    }
  }

  async #export({ format, to, name, text }: FromPage & { type: 'export' }): Promise<void> {
    const done =
      to === 'clipboard' ? await copyExport(format, text) : await saveExport(format, name, text);
    if (done !== undefined) this.#sayDone(done);
  }

  #sayDone(text: string): void {
    this.#post({ type: 'outcome', ok: true, text });
  }
}
