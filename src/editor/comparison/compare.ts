import type { Uri } from 'vscode';
import { ComparisonPick } from './pick';
import { idsOf } from '../../core/pricing/findModel';
import { chooseModel as chooseModelPrompt } from '../../wording/comparison';
import type { Yardstick } from './rows';
import { copyComparison } from './copy';
import type { LiveEstimate } from '../live/estimate';
import { pricedSubject } from '../live/nextReady';
import { pickModel } from '../picks/model';
import type { PriceBook } from '../prices/book';
import { readSettings } from '../settings/settings';
import { settingsScope, subjectUri } from '../subject/subject';
import { writeSetting } from '../settings/write';
import { wordsOf } from '../words';

/** The parts of the extension that the comparison uses. */
export interface ComparisonHome {
  readonly live: LiveEstimate;
  readonly prices: PriceBook;
  readonly version: string;
  readonly openReport: () => unknown;
  readonly showPriceSheet: (modelId: string) => unknown;
}

/** Compares all models with the cheapest; a pick becomes the status bar's model. */
export async function compareModels(home: ComparisonHome): Promise<void> {
  await compare(home, 'cheapest');
}

/** Compares all models with the baseline of the settings; asks for one if there is none. */
export async function compareWithBaseline(home: ComparisonHome): Promise<void> {
  const subject = pricedSubject(home.live);
  const { baselineName } = readSettings(settingsScope(subject));
  const [known] = idsOf(await home.prices.table(), [baselineName]);
  if (known === undefined && !(await chooseBaseline(home, subjectUri(subject)))) return;
  await compare(home, 'baseline');
}

async function chooseBaseline({ prices }: ComparisonHome, scope: Uri): Promise<boolean> {
  const id = await pickModel(prices, chooseModelPrompt(wordsOf(), 'baseline'));
  if (id !== undefined) await writeSetting('baselineModel', id, scope);
  return id !== undefined;
}

async function compare(home: ComparisonHome, yardstick: Yardstick): Promise<void> {
  const uri = subjectUri(pricedSubject(home.live));
  const pick = new ComparisonPick(home.live, yardstick);
  const choice = await pick.choose().finally(() => pick.dispose());
  switch (choice?.kind) {
    case 'model':
      return chooseModel(home, choice.modelId, uri);
    case 'priceSheet':
      await home.showPriceSheet(choice.modelId);
      return;
    case 'copy':
      return copyComparison(home.live, home.version);
    case 'report':
      await home.openReport();
      return;
    case 'baseline':
      if (await chooseBaseline(home, uri)) await compare(home, 'baseline');
      return;
    case undefined:
  }
}

/** Makes a model the status bar's, unless the setting names it already, perhaps by another name. */
async function chooseModel({ live }: ComparisonHome, modelId: string, scope: Uri): Promise<void> {
  const { readout } = live;
  if (readout.kind === 'ready' && readout.result.model.id === modelId) return;
  await writeSetting('model', modelId, scope);
}
