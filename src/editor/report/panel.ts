import type { Disposable, Uri, WebviewPanel } from 'vscode';
import type { CountHeaders } from './countHeaders';
import type { Fact } from '../../protocol/messages';
import type { ReportSubject } from '../../protocol/subject';
import { openToSeeCost } from '../../wording/page/report';
import { HumanError, messageFor } from '../errors';
import type { LiveEstimate } from '../live/estimate';
import type { ReadyReadout } from '../live/nextReady';
import type { Readout } from '../live/readout';
import type { TriedInReport } from '../live/tried';
import type { UsedModels } from '../live/usedModels';
import { stepDone } from '../steps';
import { wordsOf } from '../words';
import { PageConnection, type Notice } from './connection';
import { setupMessage, textSubject, whyUncounted } from './content';
import { PageWatch } from './pageWatch';
import { ReportFiles } from './openFile';
import { ReportPrices, type PriceTableOf } from './prices';
import { requestHandlers } from './requests';
import { whyNotShown } from './requestsSubject';
import {
  askForReport,
  changedVisibility,
  changeFiles,
  CLOSED,
  closedPage,
  countedText,
  openedPage,
  readyPage,
  showFiles,
  showText,
  update,
  wantAllModels,
  type ReportState,
} from './state';
import { createPanel, loadPage, reportTitle } from './webview';
import type { Logger } from '../log';

/** The parts of the extension that the panel needs. */
export interface ReportHome {
  readonly extensionUri: Uri;
  readonly version: string;
  readonly priceTable: PriceTableOf;
  readonly countHeaders: CountHeaders;
}

/** The subject of a report on files, and where its files are, in their order. */
export interface CountedFiles {
  readonly subject: ReportSubject;
  readonly places: readonly Uri[];
}

/**
 * The one report panel. It follows the current text, keeps the last one while there is none, and updates its page
 * whenever the state of the report changes.
 */
export class ReportPanel implements Disposable {
  readonly #home: ReportHome;
  readonly #live: LiveEstimate;
  readonly #tried: Pick<TriedInReport, 'set'>;
  readonly #log: Logger;
  readonly #listener: Disposable;
  readonly #watch: PageWatch;
  readonly #prices: ReportPrices;
  readonly #files = new ReportFiles();
  #open: { readonly panel: WebviewPanel; readonly page: PageConnection } | undefined;
  #state: ReportState = CLOSED;
  /** Held while the page shows all models for the current text. */
  #wanting: Disposable | undefined;
  #shown: readonly string[] = [];

  constructor(
    home: ReportHome,
    live: LiveEstimate,
    used: Pick<UsedModels, 'ids'>,
    tried: Pick<TriedInReport, 'set'>,
    log: Logger,
  ) {
    this.#home = home;
    this.#live = live;
    this.#prices = new ReportPrices(home.priceTable, used);
    this.#tried = tried;
    this.#log = log;
    this.#watch = new PageWatch(log);
    this.#listener = live.onDidChange((readout) => this.#follow(readout));
  }

  /** The rows that the page shows, "provider/model cost". */
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

  /** Shows the report on counted files, until `open`. */
  showFiles({ subject, places }: CountedFiles, scope: Uri | undefined): void {
    this.#files.remember(subject.atMs, (index) => {
      const uri = places[index];
      return uri && { uri };
    });
    this.#show(showFiles(this.#state, subject, scope));
  }

  /** Other models or answers of the files that the report is on, if it still is. */
  changeFiles(subject: ReportSubject): void {
    const changed = changeFiles(this.#state, subject);
    if (changed === this.#state) return;
    this.#state = changed;
    this.#follow(this.#live.readout);
  }

  /** Takes over a panel that VS Code brought back after a restart. */
  restore(panel: WebviewPanel): void {
    this.#adopt(panel, true);
  }

  dispose(): void {
    this.#watch.dispose();
    this.#wanting?.dispose();
    this.#listener.dispose();
    this.#open?.panel.dispose();
  }

  #show(state: ReportState): void {
    this.#state = askForReport(state);
    // With the focus: only by a command or its keys does a user ask for the report.
    if (this.#open) this.#open.panel.reveal();
    else this.#adopt(createPanel(this.#home.extensionUri), false);
    this.#followVisibility();
    this.#follow(this.#live.readout);
  }

  #adopt(panel: WebviewPanel, isRestored: boolean): void {
    this.#open?.panel.dispose();
    const page = new PageConnection(panel.webview, this.#log, {
      handlers: requestHandlers({
        live: this.#live,
        priceTable: async () => this.#prices.table(this.#state.topic, this.#live.readout),
        openFile: async (file) => this.#files.open(file, panel.viewColumn),
        countHeaders: this.#home.countHeaders,
      }),
      receive: (notice) => this.#receive(notice),
      failed: () => this.#sendSettings(),
    });
    this.#open = { panel, page };
    this.#state = openedPage(this.#state, isRestored);
    panel.onDidDispose(() => this.#forget(panel));
    panel.onDidChangeViewState(() => this.#followVisibility());
    loadPage(panel, this.#home.extensionUri);
    this.#followVisibility();
    this.#follow(this.#live.readout);
  }

  #forget(panel: WebviewPanel): void {
    if (this.#open?.panel !== panel) return;
    this.#watch.dispose();
    this.#open = undefined;
    this.#shown = [];
    this.#state = closedPage(this.#state);
    this.#followVisibility();
  }

  #followVisibility(): void {
    const panel = this.#open?.panel;
    const isVisible = panel?.visible === true;
    this.#state = changedVisibility(this.#state, isVisible);
    // The files of a report are counted already.
    if (isVisible && this.#state.topic.kind === 'text') {
      this.#wanting ??= this.#live.wantAll();
    } else {
      this.#wanting?.dispose();
      this.#wanting = undefined;
    }
    if (!isVisible) {
      this.#watch.stop();
      this.#tried.set(undefined);
    } else if (this.#state.page.kind === 'starting') {
      this.#watch.expectAnswer(panel, reportTitle());
    }
  }

  #follow(readout: Readout): void {
    if (!this.#open) return;
    // A report on files does not look at the text, so a key costs it nothing.
    const isText = this.#state.topic.kind === 'text';
    if (isText && readout.kind === 'ready' && readout.result.isComplete) {
      this.#takeText(readout);
    }
    this.#priceAndUpdate(readout).catch((error: unknown) => {
      this.#log.error(error instanceof Error ? error : String(error));
      this.#send({ type: 'note', text: messageFor(error) });
    });
  }

  #takeText({ subject, result }: ReadyReadout): void {
    if (whyNotShown(result) !== undefined) return;
    this.#state = countedText(this.#state, textSubject(subject, result));
    const { requests } = result;
    if (!requests) return;
    const { uri } = requests.document;
    this.#files.remember(
      result.atMs,
      async (index) => (await import('./requestPlace')).placeOfRequest(requests, index),
      uri,
    );
  }

  /** Needed without a text, too: a restored page remembers its text or files, but no prices. */
  async #priceAndUpdate(readout: Readout): Promise<void> {
    const prices = await this.#prices.read(this.#state, readout);
    if (!prices) return;
    this.#state = { ...this.#state, prices };
    this.#update();
  }

  #update(): void {
    const { state, messages } = update(
      this.#state,
      whyUncounted(this.#live.readout),
      openToSeeCost(wordsOf()),
    );
    this.#state = state;
    for (const message of messages) {
      this.#send(message);
      if (message.type === 'subject' && this.#open) {
        const files = message.subject.files.length;
        this.#watch.expectAnswer(this.#open.panel, reportTitle(), files);
      }
    }
  }

  /** Messages to a page that is not ready are lost; it gets all of them when it is. */
  #send(fact: Fact): void {
    if (this.#state.page.kind === 'ready') this.#open?.page.send(fact);
  }

  /** The page shows settings before they are written: when that fails, it needs those that are in force. */
  #sendSettings(): void {
    if (this.#state.prices) this.#send(this.#state.prices.settings);
  }

  #receive(notice: Notice): void {
    switch (notice.type) {
      case 'ready':
        this.#watch.stop();
        this.#state = readyPage(this.#state, notice.showsFiles);
        this.#followVisibility();
        this.#send(setupMessage(this.#home.version));
        this.#update();
        return;
      case 'shown':
        this.#watch.stop();
        stepDone('report');
        this.#tried.set(notice.tried);
        this.#shown = notice.modelIds.map((id, index) => `${id} ${notice.costs[index] ?? ''}`);
        return;
      case 'wantsAllModels':
        this.#state = wantAllModels(this.#state);
        this.#follow(this.#live.readout);
        return;
      case 'failed':
        this.#log.error(new HumanError(`The report page failed: ${notice.text}`));
        return;
    }
  }
}
