import type { ConfigurationScope } from 'vscode';
import { plainText } from '../../core/figures/plainText';
import type { Model } from '../../core/pricing/table/priceTable';
import { baselineChosen } from '../../wording/comparison';
import { confirmation } from '../live/confirmation';
import { writeSetting } from '../settings/write';
import { wordsOf } from '../words';

/** Saves the model that others are compared with, and says so. @param model undefined: the user's. */
export async function saveBaseline(
  model: Model | undefined,
  scope?: ConfigurationScope,
): Promise<void> {
  await writeSetting('baselineModel', model?.id ?? '', scope);
  const name = model && plainText(model.name);
  confirmation.say(baselineChosen(wordsOf(), name));
}
