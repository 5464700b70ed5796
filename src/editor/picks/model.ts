import { window } from 'vscode';
import { chooseModel } from '../../wording/comparison';
import type { LiveEstimate } from '../live/estimate';
import { wordsOf } from '../words';
import { pickModel, type ListParts } from './modelPick';
import { makeYours } from './yourModel';

/** Lets the user choose the status bar's model. */
export async function selectModel(
  parts: ListParts & { readonly live: LiveEstimate },
): Promise<void> {
  const id = await pickModel(parts, chooseModel(wordsOf(), 'any'));
  const model = (await parts.prices.table()).models.find((each) => each.id === id);
  if (model) await makeYours(parts.live, model, window.activeTextEditor?.document.uri);
}
