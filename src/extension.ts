import { window, type ExtensionContext } from 'vscode';
import { BundledFiles } from './editor/bundledFiles';
import { registerCommands } from './editor/commands';
import { comparisonOf } from './editor/compareModels';
import { LiveEstimate } from './editor/liveEstimate';
import { REPORT_VIEW, ReportPanel, type ReportHome } from './editor/reportPanel';
import { StatusItem, type StatusItemState } from './editor/statusItem';
import { comparisonRow } from './editor/sentences';
import { SubjectTracker } from './editor/subjectTracker';

/** What the extension shows at the moment, for its own tests. */
export interface ApiSpend {
  readonly statusItem: StatusItemState;
  /** The comparison of the current subject, cheapest first, "provider/model cost"; empty without one. */
  readonly comparison: readonly string[];
  /** The rows that the report page says it shows, "provider/model cost". */
  readonly reportRows: readonly string[];
}

/** Builds the parts and hands them to each other; nothing is read or counted before it is needed. */
export function activate(context: ExtensionContext): ApiSpend {
  const log = window.createOutputChannel('API Spend', { log: true });
  const files = new BundledFiles(context.extensionUri);
  const tracker = new SubjectTracker();
  const live = new LiveEstimate(tracker, files, log);
  const statusItem = new StatusItem(live);
  const report = new ReportPanel(homeOf(context, files), live, log);
  context.subscriptions.push(
    log,
    tracker,
    live,
    statusItem,
    report,
    window.registerWebviewPanelSerializer(REPORT_VIEW, {
      async deserializeWebviewPanel(panel) {
        report.adopt(panel);
      },
    }),
    registerCommands({ files, live, report, log }),
  );
  return {
    get statusItem() {
      return statusItem.state;
    },
    get comparison() {
      const { readout } = live;
      return readout.kind === 'ready' ? comparisonOf(readout.result).map(comparisonRow) : [];
    },
    get reportRows() {
      return report.shown;
    },
  };
}

function homeOf({ extensionUri, extension }: ExtensionContext, files: BundledFiles): ReportHome {
  const { version } = extension.packageJSON as { readonly version: string };
  return { extensionUri, version, priceTable: () => files.priceTable() };
}
