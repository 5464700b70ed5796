import { window, type ExtensionContext } from 'vscode';
import { BundledFiles } from './editor/bundledFiles';
import { registerCommands } from './editor/commands';
import { comparisonOf } from './editor/compareModels';
import { DocumentCounts } from './editor/documentCounts';
import { LiveEstimate } from './editor/liveEstimate';
import { nextComplete } from './editor/nextReady';
import { PriceBook } from './editor/priceBook';
import { registerPriceSheets } from './editor/priceSheetDocument';
import { ReportPanel, type ReportHome } from './editor/reportPanel';
import { REPORT_VIEW } from './editor/reportView';
import { StatusItem, type StatusItemState } from './editor/statusItem';
import { comparisonRow } from './editor/sentences';
import { SubjectTracker } from './editor/subjectTracker';
import type { Subject } from './protocol';

/** What the extension shows at the moment, for its own tests. */
export interface ApiSpend {
  readonly statusItem: StatusItemState;
  /** The comparison of the current subject, cheapest first, "provider/model cost". */
  compare(): Promise<readonly string[]>;
  /** Characters that were counted since the start, in all open documents. */
  readonly recountedLength: number;
  /** The rows that the report page says it shows, "provider/model cost". */
  readonly reportRows: readonly string[];
  /** What the report is about. */
  readonly reportSubject: Subject | undefined;
}

/** Builds the parts and hands them to each other; nothing is read or counted before it is needed. */
export function activate(context: ExtensionContext): ApiSpend {
  const log = window.createOutputChannel('API Spend', { log: true });
  const files = new BundledFiles(context.extensionUri);
  // Before the tracker: changes must be noted before anybody asks for a count.
  const counts = new DocumentCounts(files.counters);
  const tracker = new SubjectTracker();
  const prices = new PriceBook(files, context.globalStorageUri, log);
  const live = new LiveEstimate(tracker, prices, counts, log);
  const statusItem = new StatusItem(live);
  const report = new ReportPanel(homeOf(context, prices), live, log);
  context.subscriptions.push(
    log,
    prices,
    counts,
    tracker,
    live,
    statusItem,
    report,
    window.registerWebviewPanelSerializer(REPORT_VIEW, {
      async deserializeWebviewPanel(panel) {
        report.adopt(panel);
      },
    }),
    registerPriceSheets(prices),
    registerCommands({ prices, counters: files.counters, live, report, log }),
  );
  return {
    get statusItem() {
      return statusItem.state;
    },
    async compare() {
      const { result } = await nextComplete(live);
      return comparisonOf(result).map((entry) => comparisonRow(entry, result));
    },
    get recountedLength() {
      return counts.recountedLength;
    },
    get reportRows() {
      return report.shown;
    },
    get reportSubject() {
      return report.subject;
    },
  };
}

function homeOf({ extensionUri, extension }: ExtensionContext, prices: PriceBook): ReportHome {
  const { version } = extension.packageJSON as { readonly version: string };
  return { extensionUri, version, priceTable: () => prices.table() };
}
