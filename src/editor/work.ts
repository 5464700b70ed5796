import type { Disposable } from 'vscode';
import { compareModels, compareWithBaseline, type ComparisonParts } from './comparison/compare';
import { copyEstimate } from './statusBar/copy';
import { toggleStatusBar } from './statusBar/toggle';
import type { CommandId } from './commandIds';
import { diagnose } from './diagnosis/diagnose';
import { FileEstimates } from './files/estimate';
import type { LiveEstimate } from './live/estimate';
import type { TriedInReport } from './live/tried';
import type { UsedModels } from './live/usedModels';
import { selectModel } from './picks/model';
import { pinModels } from './picks/pinned';
import { fillInTemplateValues } from './picks/templateValues';
import type { BundledFiles } from './prices/bundledFiles';
import type { PriceBook } from './prices/book';
import { showPriceSheet } from './priceSheet/document';
import type { ReportPanel } from './report/panel';
import { SetScenario } from './scenario/set';
import { DocumentTemplates } from './subject/templates/reader';
import type { MakeReader } from './subject/templates/view';
import { updatePrices, useBundledPrices } from './prices/update';
import { getStarted } from './tour/getStarted';
import type { Log } from './log';
import type { Memory } from './memory';

export interface Parts {
  readonly prices: PriceBook;
  readonly live: LiveEstimate;
  readonly report: ReportPanel;
  readonly used: UsedModels;
  readonly tried: TriedInReport;
  /** Kept while VS Code is closed, for all workspaces. */
  readonly memory: Memory;
  readonly files: BundledFiles;
  readonly log: Log;
  /** The extension's version. */
  readonly version: string;
}

// No command, but not needed at a start either.
export { nextComplete } from './live/nextReady';
export { listModels } from './picks/listing';
export { makeYours } from './picks/yourModel';
export { countHeaders } from './report/countHeaders';
export { renderSheet } from './priceSheet/document';
export * as answers from './programs/answers';
export { EstimateTool } from './programs/tool/tool';

/** What a command does; other extensions may pass arguments. */
export type Work = (argument: unknown, more: unknown) => unknown;

/** What the commands of the manifest do. */
export interface CommandWork extends Disposable {
  readonly run: Readonly<Record<CommandId, Work>>;
}

/** Here, as the start reads fewer bytes the fewer parts there are. */
export const readTemplates: MakeReader = (memory, changed) =>
  new DocumentTemplates(memory, changed);

export function workOf(parts: Parts): CommandWork {
  const { prices, files: bundled, live, report, used, memory, log } = parts;
  const setScenario = new SetScenario(live);
  const files = new FileEstimates({
    prices,
    counters: bundled.counters,
    log,
    show: (files, scope) => report.showFiles(files, scope),
    change: (subject) => report.changeFiles(subject),
  });
  const comparison: ComparisonParts = {
    ...parts,
    openReport: () => report.open(),
    showPriceSheet: (modelId) => showPriceSheet(parts, modelId),
  };
  const run: CommandWork['run'] = {
    'apiSpend.getStarted': (step) => getStarted(live, step),
    'apiSpend.compareModels': () => compareModels(comparison),
    'apiSpend.compareWithBaseline': (wish) => compareWithBaseline(comparison, wish),
    'apiSpend.pinModels': () => pinModels(parts),
    'apiSpend.openReport': () => report.open(),
    'apiSpend.estimateFiles': (clicked, selected) => files.estimate(clicked, selected),
    'apiSpend.selectModel': () => selectModel(parts),
    'apiSpend.setScenario': () => setScenario.run(),
    'apiSpend.fillInTemplateValues': (which) => fillInTemplateValues(live, which),
    'apiSpend.copyEstimate': () => copyEstimate(live),
    'apiSpend.toggleStatusBar': () => toggleStatusBar(log),
    'apiSpend.showPriceSheet': (modelId) => showPriceSheet(parts, modelId),
    'apiSpend.updatePrices': (file) =>
      updatePrices({ prices, usedIds: () => used.ids, memory }, file),
    'apiSpend.useBundledPrices': () => useBundledPrices(prices),
    'apiSpend.diagnose': () => diagnose(parts),
  };
  return { run, dispose: () => files.dispose() };
}
