import { commands, Disposable, type LogOutputChannel } from 'vscode';
import type { BundledFiles } from './bundledFiles';
import { compareModels } from './compareModels';
import { copyEstimate } from './copyEstimate';
import { reportErrors } from './errors';
import type { LiveEstimate } from './liveEstimate';
import type { ReportPanel } from './reportPanel';
import { selectModel } from './selectModel';
import { readSettings } from './settings';
import { writeSetting } from './writeSetting';

export interface Parts {
  readonly files: BundledFiles;
  readonly live: LiveEstimate;
  readonly report: ReportPanel;
  readonly log: LogOutputChannel;
}

/** Each command of the manifest with what it does. */
export function registerCommands({ files, live, report, log }: Parts): Disposable {
  const work: Readonly<Record<string, () => unknown>> = {
    'apiSpend.compareModels': () => compareModels(live),
    'apiSpend.openReport': () => report.open(),
    'apiSpend.selectModel': () => selectModel(files),
    'apiSpend.copyEstimate': () => copyEstimate(live),
    'apiSpend.toggleStatusBar': toggleStatusBar,
  };
  return Disposable.from(
    ...Object.entries(work).map(([id, run]) =>
      commands.registerCommand(id, () => reportErrors(log, run)),
    ),
  );
}

async function toggleStatusBar(): Promise<void> {
  await writeSetting('statusBar.visible', !readSettings().statusBarVisible);
}
