import { commands } from 'vscode';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { RequestHandlers } from '../../protocol/requests';
import { setPinned } from '../picks/pinned';
import { saveScenario } from '../settings/saveScenario';
import { saveModel } from '../settings/saveModel';
import { writeSetting } from '../settings/write';
import { copyExport, saveExport } from './exports';

export function requestHandlers(
  priceTable: () => Promise<PriceTable>,
  openFile: RequestHandlers['openFile'],
): RequestHandlers {
  return {
    openFile,
    export: async ({ format, to, name, text }) =>
      to === 'clipboard' ? copyExport(format, text) : saveExport(format, name, text),
    saveScenario: async ({ scenario, scope }) => saveScenario(scenario, scope),
    selectModel: async ({ modelId }) => {
      await saveModel(modelId);
      return null;
    },
    showPriceSheet: async ({ modelId }) => {
      await commands.executeCommand('apiSpend.showPriceSheet', modelId);
      return null;
    },
    selectBaseline: async ({ modelId }) => {
      await writeSetting('baselineModel', modelId);
      return null;
    },
    pinModel: async ({ modelId, isPinned }) => {
      await setPinned(await priceTable(), modelId, isPinned);
      return null;
    },
  };
}
