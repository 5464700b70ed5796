import { l10n, Uri, window } from 'vscode';
import type { MergedModel } from '../../core/pricing/table/merge';
import type { PriceBook } from './book';

/**
 * Takes over a newer price table that the user picks (or another program names); what is older than the bundled prices does not
 * replace them.
 */
export async function updatePrices(prices: PriceBook, named: unknown): Promise<void> {
  const file = named instanceof Uri ? named : await pickFile();
  if (!file) return;
  const { models } = await prices.load(file);
  void window.showInformationMessage(
    l10n.t(
      'Prices updated: {0} models replaced, {1} added, {2} kept because the bundled prices were checked later.',
      countOf(models, 'replaced'),
      countOf(models, 'added'),
      countOf(models, 'kept'),
    ),
  );
}

async function pickFile(): Promise<Uri | undefined> {
  const files = await window.showOpenDialog({
    title: l10n.t('Update Prices from File'),
    openLabel: l10n.t('Use these prices'),
    filters: { [l10n.t('Price tables')]: ['json'] },
  });
  return files?.[0];
}

/** Undoes `updatePrices`. */
export async function useBundledPrices(prices: PriceBook): Promise<void> {
  const message = (await prices.useBundled())
    ? l10n.t('The bundled prices are used again.')
    : l10n.t('The bundled prices are in use already.');
  void window.showInformationMessage(message);
}

function countOf(models: readonly MergedModel[], action: MergedModel['action']): number {
  return models.filter((model) => model.action === action).length;
}
