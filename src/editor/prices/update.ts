import { Uri, window } from 'vscode';
import type { MergedModel } from '../../core/pricing/table/merge';
import { pricesUpdated, updateDialog, useBundledDone } from '../../wording/views/prices';
import { wordsOf } from '../words';
import type { PriceBook } from './book';

/**
 * Loads a price table. Its models do not replace prices that were checked later.
 *
 * @param given a `Uri` from another program; anything else opens the file dialog.
 */
export async function updatePrices(prices: PriceBook, given: unknown): Promise<void> {
  const file = given instanceof Uri ? given : await pickFile();
  if (!file) return;
  const { models } = await prices.load(file);
  void window.showInformationMessage(
    pricesUpdated(wordsOf(), {
      replaced: countOf(models, 'replaced'),
      added: countOf(models, 'added'),
      kept: countOf(models, 'kept'),
    }),
  );
}

async function pickFile(): Promise<Uri | undefined> {
  const { title, openLabel, filter } = updateDialog(wordsOf());
  const files = await window.showOpenDialog({ title, openLabel, filters: { [filter]: ['json'] } });
  return files?.[0];
}

/** Undoes `updatePrices`. */
export async function useBundledPrices(prices: PriceBook): Promise<void> {
  const wasLoaded = await prices.useBundled();
  void window.showInformationMessage(useBundledDone(wordsOf(), wasLoaded));
}

function countOf(models: readonly MergedModel[], action: MergedModel['action']): number {
  return models.filter((model) => model.action === action).length;
}
