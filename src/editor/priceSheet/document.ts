import { commands, Uri, window, workspace } from 'vscode';
import { resolveModel } from '../../core/pricing/names/resolveModel';
import { priceSheet } from '../../core/pricing/priceSheet';
import {
  describePriceSheet,
  noPriceSheet,
  priceSheetTitle,
} from '../../wording/documents/priceSheet';
import { chooseModel } from '../../wording/comparison';
import { pickAnyModel, type ListParts } from '../picks/modelPick';
import type { PriceBook } from '../prices/book';
import { readSettings } from '../settings/settings';
import { PRICE_SHEET_SCHEME } from '../subject/ownTabs';
import { wordsOf } from '../words';

/** Opens the price sheet of a model. @param modelId without an id, the user is asked to choose. */
export async function showPriceSheet(parts: ListParts, modelId: unknown): Promise<void> {
  const { prices } = parts;
  const placeholder = chooseModel(wordsOf(), 'any');
  const id = typeof modelId === 'string' ? modelId : await pickAnyModel(parts, placeholder);
  if (id === undefined) return;
  // The folder decides whose prices they are, also while no editor has the focus.
  const edited = window.activeTextEditor?.document.uri;
  const folder = edited && workspace.getWorkspaceFolder(edited)?.uri.toString();
  const query = new URLSearchParams({ id, folder: folder ?? '' }).toString();
  const path = `/${await tabTitle(prices, id)}`;
  // As an editor of its own, because a plain preview has "Preview" and ".md" in its title.
  await commands.executeCommand(
    'vscode.openWith',
    Uri.from({ scheme: PRICE_SHEET_SCHEME, path, query }),
    'vscode.markdown.preview.editor',
  );
}

/** "Prices: GPT-6.2 Sol", as the last part of a path. */
async function tabTitle(prices: PriceBook, id: string): Promise<string> {
  const search = resolveModel(await prices.table(), id, Date.now());
  const name = search.kind === 'found' ? search.model.name : id;
  return priceSheetTitle(wordsOf(), name).replaceAll(/[/\\\s]+/g, ' ');
}

/** The text of a price sheet. */
export async function renderSheet(prices: PriceBook, { query }: Uri): Promise<string> {
  const asked = new URLSearchParams(query);
  const folder = asked.get('folder');
  const table = await prices.table(folder ? Uri.parse(folder) : undefined);
  const atMs = Date.now();
  const id = asked.get('id') ?? '';
  const search = resolveModel(table, id, atMs);
  if (search.kind !== 'found') return noPriceSheet(wordsOf(), id);
  const { staleAfterDays } = readSettings();
  const sheet = priceSheet(search.model, atMs, staleAfterDays);
  return describePriceSheet(wordsOf(), sheet);
}
