import { commands } from 'vscode';
import type { PriceTable } from '../../core/pricing/table/priceTable';
import type { CountHeaders } from './countHeaders';
import type { RequestHandlers } from '../../protocol/requests';
import { saveBaseline } from '../picks/baseline';
import { setPinned } from '../picks/savePinned';
import type { LiveEstimate } from '../live/estimate';
import { SECTION } from '../settings/settings';
import { saveScenario } from '../settings/saveScenario';
import { copyExport, saveExport } from './exports';
import { ModelChoice } from './modelChoice';

/** VS Code's page of settings, filtered by what follows. */
const OPEN_SETTINGS = 'workbench.action.openSettings';

/** What the requests of the page are about. */
interface Requested {
  readonly live: LiveEstimate;
  /** The table whose models the page shows. */
  readonly priceTable: () => Promise<PriceTable>;
  readonly openFile: RequestHandlers['openFile'];
  readonly countHeaders: CountHeaders;
}

export function requestHandlers({
  live,
  priceTable,
  openFile,
  countHeaders,
}: Requested): RequestHandlers {
  const choice = new ModelChoice(live);
  return {
    openFile,
    export: async ({ format, to, name, text }) =>
      to === 'clipboard' ? copyExport(format, text) : saveExport(format, name, text),
    saveScenario: async ({ scenario, scope }) => saveScenario(scenario, scope),
    selectModel: async ({ modelId }) => {
      const model = (await priceTable()).models.find(({ id }) => id === modelId);
      if (!model) throw new Error(`not in the table of the report: ${modelId}`);
      return choice.choose(model, await priceTable());
    },
    restoreModel: async () => choice.undo(),
    showPriceSheet: async ({ modelId }) => {
      await commands.executeCommand('apiSpend.showPriceSheet', modelId);
      return null;
    },
    openSetting: async ({ setting }) => {
      await commands.executeCommand(OPEN_SETTINGS, `@id:${SECTION}.${setting}`);
      return null;
    },
    selectBaseline: async ({ modelId }) => {
      await saveBaseline((await priceTable()).models.find(({ id }) => id === modelId));
      return null;
    },
    pinModel: async ({ modelId, isPinned }) => {
      await setPinned(await priceTable(), modelId, isPinned);
      return null;
    },
    countHeaders: async (body) => countHeaders(body, await priceTable()),
  };
}
