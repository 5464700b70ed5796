import { l10n, window, type QuickPickItem } from 'vscode';
import type { Model } from '../core/pricing/priceTable';
import { lookUpRates } from '../core/pricing/rateLookup';
import type { BundledFiles } from './bundledFiles';
import { readSettings } from './settings';
import { writeSetting } from './writeSetting';
import { showRate } from './numbers';

/** Chooses the status bar's model from the price table, also where there is no text to price. */
export async function selectModel(files: BundledFiles): Promise<void> {
  const { models } = await files.priceTable();
  const { modelName } = readSettings();
  const picked = await window.showQuickPick(
    models.map((model): QuickPickItem => modelItem(model, modelName)),
    { placeHolder: l10n.t('The model that the status bar prices'), matchOnDescription: true },
  );
  if (picked) await writeSetting('model', picked.label);
}

function modelItem(model: Model, modelName: string): QuickPickItem {
  const rates = lookUpRates(model, Date.now(), 0);
  const facts = [model.name];
  if (rates.kind === 'rates') {
    const { input, output } = rates.rates;
    if (input !== undefined && output !== undefined) {
      const prices = [showRate(input), showRate(output)] as const;
      facts.push(l10n.t('{0} in, {1} out per million tokens', ...prices));
    }
    if (rates.retired) facts.push(l10n.t('no longer sold'));
  }
  if (model.id === modelName) facts.push(l10n.t('in the status bar'));
  return { label: model.id, description: facts.join(' · ') };
}
