import { ExtensionMode, lm, window, type ExtensionContext } from 'vscode';
import type { ApiSpendApi } from '../api';
import { registerInspection } from './editor/inspection';
import { BundledFiles } from './editor/prices/bundledFiles';
import { CodeLenses } from './editor/lenses/provider';
import { registerCommands } from './editor/commands';
import { DocumentCounts } from './editor/counting/documentCounts';
import { registerEstimateTool } from './editor/programs/tool/register';
import { LiveEstimate } from './editor/live/estimate';
import { HumanError, showWarning } from './editor/errors';
import { Log } from './editor/log';
import { lenient } from './editor/memory';
import { registerModelCompletions } from './editor/picks/settingsCompletions';
import { PriceBook } from './editor/prices/book';
import { registerPriceSheets } from './editor/priceSheet/register';
import { publicApi } from './editor/programs/api';
import { ReportPanel, type ReportHome } from './editor/report/panel';
import { REPORT_VIEW } from './protocol/viewType';
import { RequestCounts } from './editor/counting/requestCounts';
import { SavedCounts } from './editor/counting/savedCounts';
import { TriedInReport } from './editor/live/tried';
import { UsedModels } from './editor/live/usedModels';
import { Introduction } from './editor/statusBar/introduction';
import { LensHint } from './editor/statusBar/lensHint';
import { SeenPrices } from './editor/statusBar/seenPrices';
import { StatusItem } from './editor/statusBar/item';
import { templates } from './editor/subject/templates/templates';
import { SubjectTracker } from './editor/subject/tracker';
import { fileCalls } from './editor/settings/fileCalls';
import { teamFiles } from './editor/settings/teamFiles';
import { TextEstimates } from './editor/programs/texts';
import { wordsOf } from './editor/words';
import { memoryNotKept } from './wording/views/settings';

/** Builds the parts and hands them to each other; nothing is read or counted before it is needed. */
export function activate(context: ExtensionContext): ApiSpendApi {
  const log = new Log(window.createOutputChannel('API Spend', { log: true }));
  const memory = lenient(context.globalState, log, tellNotKept);
  const workspaceMemory = lenient(context.workspaceState, log, tellNotKept);
  fileCalls.remember(workspaceMemory);
  templates.start(workspaceMemory, async () => (await import('./editor/work')).readTemplates);
  const files = new BundledFiles(context.extensionUri, log);
  const counts = new DocumentCounts(files.counters);
  const saved = new SavedCounts(counts, files.counters, log);
  const tracker = new SubjectTracker();
  const prices = new PriceBook(files, context.globalStorageUri, log);
  const requestCounts = new RequestCounts(files.counters);
  const live = new LiveEstimate(tracker, prices, counts, saved, requestCounts, log);
  const used = new UsedModels(live, memory);
  const tried = new TriedInReport();
  const statusItem = new StatusItem(
    live,
    new SeenPrices(memory),
    new LensHint(memory),
    new Introduction(memory),
    tried,
    log,
  );
  const home = homeOf(context, prices, files);
  const report = new ReportPanel(home, live, used, tried, log);
  const texts = new TextEstimates(prices, files.counters);
  context.subscriptions.push(
    log,
    teamFiles.follow(),
    templates,
    files,
    prices,
    counts,
    saved,
    tracker,
    live,
    used,
    tried,
    statusItem,
    report,
    window.registerWebviewPanelSerializer(REPORT_VIEW, {
      deserializeWebviewPanel: async (panel) => report.restore(panel),
    }),
    new CodeLenses(counts, prices, log),
    registerPriceSheets(prices, async () => (await import('./editor/work')).renderSheet),
    registerModelCompletions(prices),
    registerEstimateTool(
      async () => new (await import('./editor/work')).EstimateTool(texts, home.version),
      log,
      lm,
    ),
    registerCommands({ ...home, prices, files, live, used, tried, report, memory, log }, () =>
      statusItem.endIntroduction(),
    ),
  );
  if (context.extensionMode !== ExtensionMode.Production) {
    context.subscriptions.push(
      registerInspection({ statusItem, live, used, counts, counters: files.counters, report }),
    );
  }
  return publicApi(texts, live, async () => (await import('./editor/work')).answers);
}

function tellNotKept(reason: string): void {
  void showWarning(new HumanError(memoryNotKept(wordsOf(), reason)));
}

function homeOf(
  { extensionUri, extension }: ExtensionContext,
  prices: PriceBook,
  { counters }: BundledFiles,
): ReportHome {
  const { version } = extension.packageJSON as { readonly version: string };
  const priceTable: ReportHome['priceTable'] = (scope) => prices.table(scope);
  const countHeaders: ReportHome['countHeaders'] = async (headers, table) =>
    (await import('./editor/work')).countHeaders(headers, table, counters);
  return { extensionUri, version, priceTable, countHeaders };
}
