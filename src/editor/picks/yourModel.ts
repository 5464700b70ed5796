import { window, type ConfigurationScope } from 'vscode';
import { plainText } from '../../core/figures/plainText';
import { visibleText } from '../../core/figures/visibleText';
import { isUnlisted } from '../../core/pricing/selection/sold';
import type { Model } from '../../core/pricing/table/priceTable';
import { noLongerSold, perhapsNotSold } from '../../wording/marks';
import { modelChosen, retiredChoice } from '../../wording/comparison';
import { confirmation } from '../live/confirmation';
import { costNow } from '../live/costNow';
import type { LiveEstimate } from '../live/estimate';
import { saveModel } from '../settings/saveModel';
import type { Undo } from '../settings/write';
import { stepDone } from '../steps';
import { wordsOf } from '../words';

/**
 * Makes a model the status bar's, and says so beside it, because the status bar does not name its model. Asks first
 * about a model that is no longer sold.
 *
 * @returns what brings back the model before; undefined if the user did not mean it.
 */
export async function makeYours(
  live: LiveEstimate,
  model: Model,
  scope: ConfigurationScope | undefined,
): Promise<Undo | undefined> {
  const mark = retiredMark(model, Date.now());
  if (mark !== undefined && !(await isMeant(model, mark))) return undefined;
  const undo = await saveModel(model.id, scope);
  stepDone('model');
  const cost = (await costNow(live, model.id))?.call;
  confirmation.say(modelChosen(wordsOf(), plainText(model.name), cost));
  return undo;
}

function retiredMark(model: Model, atMs: number): string | undefined {
  if (model.periods.every(({ toMs }) => toMs <= atMs)) return noLongerSold(wordsOf());
  return isUnlisted(model, atMs) ? perhapsNotSold(wordsOf()) : undefined;
}

async function isMeant({ name }: Model, mark: string): Promise<boolean> {
  const { question, button } = retiredChoice(wordsOf(), visibleText(name), mark);
  return (await window.showWarningMessage(question, { modal: true }, button)) === button;
}
