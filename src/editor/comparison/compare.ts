import type { Uri } from 'vscode';
import { ComparisonPick } from './pick';
import { idsOf } from '../../core/pricing/names/resolveModel';
import { chooseModel as chooseModelPrompt } from '../../wording/comparison';
import type { Yardstick } from './rows';
import { copyComparison } from './copy';
import type { LiveEstimate } from '../live/estimate';
import { pricedSubject } from '../live/nextReady';
import { pickAnyModel } from '../picks/modelPick';
import { saveBaseline } from '../picks/baseline';
import { makeYours } from '../picks/yourModel';
import type { TriedInReport } from '../live/tried';
import type { UsedModels } from '../live/usedModels';
import type { PriceBook } from '../prices/book';
import { readSettings } from '../settings/settings';
import { stepDone } from '../steps';
import { settingsScope, subjectUri } from '../subject/subject';
import { wordsOf } from '../words';

/** The parts of the extension that the comparison uses. */
export interface ComparisonParts {
  readonly live: LiveEstimate;
  readonly prices: PriceBook;
  readonly used: UsedModels;
  readonly tried: TriedInReport;
  readonly version: string;
  readonly openReport: () => unknown;
  readonly showPriceSheet: (modelId: string) => unknown;
}

/** Compares all models with the cheapest. The model that the user picks becomes the status bar's. */
export async function compareModels(parts: ComparisonParts): Promise<void> {
  await compare(parts, 'cheapest');
}

/**
 * Compares all models with the baseline in the settings; asks for one if there is none.
 *
 * @param wish `choose`, as the link on the settings page has it: asks for the baseline alone, which needs no text.
 */
export async function compareWithBaseline(parts: ComparisonParts, wish?: unknown): Promise<void> {
  if (wish === 'choose') {
    await chooseBaseline(parts, undefined);
    return;
  }
  const subject = pricedSubject(parts.live);
  const scope = settingsScope(subject);
  const { baselineName } = readSettings(scope);
  const [known] = idsOf(await parts.prices.table(scope), [baselineName], Date.now());
  if (known === undefined && !(await chooseBaseline(parts, subjectUri(subject)))) return;
  await compare(parts, 'baseline');
}

async function chooseBaseline(parts: ComparisonParts, scope: Uri | undefined): Promise<boolean> {
  const id = await pickAnyModel(parts, chooseModelPrompt(wordsOf(), 'baseline'));
  const model = (await parts.prices.table(scope)).models.find((each) => each.id === id);
  if (model) await saveBaseline(model, scope);
  return model !== undefined;
}

async function compare(parts: ComparisonParts, yardstick: Yardstick): Promise<void> {
  const uri = subjectUri(pricedSubject(parts.live));
  const pick = new ComparisonPick(parts.live, yardstick, parts.used, parts.tried);
  const choice = await pick.choose().finally(() => pick.dispose());
  switch (choice?.kind) {
    case 'model':
      return chooseModel(parts, choice.modelId, uri);
    case 'priceSheet':
      await parts.showPriceSheet(choice.modelId);
      return;
    case 'copy':
      return copyComparison(parts.live, parts.used, parts.version);
    case 'report':
      await parts.openReport();
      return;
    case 'baseline':
      if (await chooseBaseline(parts, uri)) await compare(parts, 'baseline');
      return;
    case undefined:
  }
}

/** Saves nothing if the setting already names this model, perhaps by an alias. */
async function chooseModel(
  { live, prices }: ComparisonParts,
  modelId: string,
  scope: Uri,
): Promise<void> {
  const { readout } = live;
  if (readout.kind === 'ready' && readout.result.model.id === modelId) return stepDone('model');
  const model = (await prices.table(scope)).models.find(({ id }) => id === modelId);
  if (model) await makeYours(live, model, scope);
}
