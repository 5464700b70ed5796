import { commands, Disposable, type LogOutputChannel } from 'vscode';
import type { Counters } from '../core/tokens/counters';
import { compareModels, compareWithBaseline } from './compareModels';
import { copyEstimate } from './copyEstimate';
import { reportErrors } from './errors';
import { FileEstimates } from './estimateFiles';
import type { LiveEstimate } from './liveEstimate';
import { selectModel } from './pickModel';
import { pinModels } from './pinnedModels';
import type { PriceBook } from './priceBook';
import { showPriceSheet } from './priceSheetDocument';
import type { ReportPanel } from './reportPanel';
import { SetScenario } from './setScenario';
import { readSettings } from './settings';
import { updatePrices, useBundledPrices } from './updatePrices';
import { writeSetting } from './writeSetting';

export interface Parts {
  readonly prices: PriceBook;
  readonly counters: Counters;
  readonly live: LiveEstimate;
  readonly report: ReportPanel;
  readonly log: LogOutputChannel;
  /** Of the extension. */
  readonly version: string;
}

/** Each command of the manifest with what it does; other programs and tests may hand it an argument. */
export function registerCommands(parts: Parts): Disposable {
  const { prices, counters, live, report, log } = parts;
  const setScenario = new SetScenario(live);
  const files = new FileEstimates({ live, prices, report, counters });
  const work: Readonly<Record<string, (argument: unknown, more: unknown) => unknown>> = {
    'apiSpend.compareModels': () => compareModels(parts),
    'apiSpend.compareWithBaseline': () => compareWithBaseline(parts),
    'apiSpend.pinModels': () => pinModels(prices),
    'apiSpend.openReport': () => report.open(),
    'apiSpend.estimateFiles': (clicked, selected) => files.estimate(clicked, selected),
    'apiSpend.selectModel': () => selectModel(prices),
    'apiSpend.setScenario': () => setScenario.run(),
    'apiSpend.copyEstimate': () => copyEstimate(live),
    'apiSpend.toggleStatusBar': toggleStatusBar,
    'apiSpend.showPriceSheet': (modelId) => showPriceSheet(prices, modelId),
    'apiSpend.updatePrices': (file) => updatePrices(prices, file),
    'apiSpend.useBundledPrices': () => useBundledPrices(prices),
  };
  return Disposable.from(
    ...Object.entries(work).map(([id, run]) =>
      commands.registerCommand(id, (argument: unknown, more: unknown) =>
        reportErrors(log, () => run(argument, more)),
      ),
    ),
  );
}

async function toggleStatusBar(): Promise<void> {
  await writeSetting('statusBar.visible', !readSettings().statusBarVisible);
}
