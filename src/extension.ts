import { ExtensionMode, lm, window, type ExtensionContext } from 'vscode';
import type { ApiSpendApi } from '../api';
import { registerInspection } from './editor/apiSpend';
import { BundledFiles } from './editor/bundledFiles';
import { CodeLenses } from './editor/codeLenses';
import { registerCommands } from './editor/commands';
import { DocumentCounts } from './editor/documentCounts';
import { EstimateTool, registerEstimateTool } from './editor/estimateTool';
import { LiveEstimate } from './editor/liveEstimate';
import { PriceBook } from './editor/priceBook';
import { registerPriceSheets } from './editor/priceSheetDocument';
import { publicApi } from './editor/publicApi';
import { ReportPanel, type ReportHome } from './editor/reportPanel';
import { REPORT_VIEW } from './editor/reportView';
import { SavedCounts } from './editor/savedCounts';
import { StatusItem } from './editor/statusItem';
import { SubjectTracker } from './editor/subjectTracker';
import { TextEstimates } from './editor/textEstimates';

/** Builds the parts and hands them to each other; nothing is read or counted before it is needed. */
export function activate(context: ExtensionContext): ApiSpendApi {
  const log = window.createOutputChannel('API Spend', { log: true });
  const files = new BundledFiles(context.extensionUri);
  // Before the tracker: changes must be noted before anybody asks for a count.
  const counts = new DocumentCounts(files.counters);
  const tracker = new SubjectTracker();
  const prices = new PriceBook(files, context.globalStorageUri, log);
  const live = new LiveEstimate(tracker, prices, counts, log);
  const statusItem = new StatusItem(live, new SavedCounts(counts, files.counters, log));
  const home = homeOf(context, prices);
  const report = new ReportPanel(home, live, log);
  const texts = new TextEstimates(prices, files.counters);
  context.subscriptions.push(
    log,
    prices,
    counts,
    tracker,
    live,
    statusItem,
    report,
    window.registerWebviewPanelSerializer(REPORT_VIEW, {
      deserializeWebviewPanel: async (panel) => report.restore(panel),
    }),
    new CodeLenses(counts, prices, log),
    registerPriceSheets(prices),
    registerEstimateTool(new EstimateTool(texts, home.version), log, lm),
    registerCommands({ ...home, prices, counters: files.counters, live, report, log }),
  );
  if (context.extensionMode !== ExtensionMode.Production) {
    context.subscriptions.push(registerInspection({ statusItem, live, counts, report }));
  }
  return publicApi(texts, live);
}

function homeOf({ extensionUri, extension }: ExtensionContext, prices: PriceBook): ReportHome {
  const { version } = extension.packageJSON as { readonly version: string };
  return { extensionUri, version, priceTable: () => prices.table() };
}
