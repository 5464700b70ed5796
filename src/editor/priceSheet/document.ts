import {
  commands,
  Disposable,
  EventEmitter,
  Uri,
  workspace,
  type TextDocumentContentProvider,
} from 'vscode';
import { findModel } from '../../core/pricing/findModel';
import { priceSheet } from '../../core/pricing/priceSheet';
import { describePriceSheet } from '../../wording/documents/priceSheet';
import { pickModel } from '../picks/model';
import type { PriceBook } from '../prices/book';
import { onDidChangeSettings } from '../settings/changes';
import { readSettings } from '../settings/settings';
import { wordsOf } from '../words';

const SCHEME = 'api-spend-prices';

/** Price sheets as read-only Markdown documents, one for each model. They follow the prices and the settings. */
export function registerPriceSheets(prices: PriceBook): Disposable {
  const changed = new EventEmitter<Uri>();
  const refresh = (): void => {
    for (const { uri } of workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
  };
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) => renderSheet(prices, query),
  };
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, provider),
    prices.onDidChange(refresh),
    // The age from which a price is marked as old.
    onDidChangeSettings(refresh),
    changed,
  );
}

/** Opens the sheet of a model, or lets the user choose one. */
export async function showPriceSheet(prices: PriceBook, modelId: unknown): Promise<void> {
  const id = typeof modelId === 'string' ? modelId : await pickModel(prices);
  if (id === undefined) return;
  const name = `${id.replaceAll(/[^\w.-]+/g, ' ')} prices.md`;
  await commands.executeCommand(
    'markdown.showPreview',
    Uri.from({ scheme: SCHEME, path: `/${name}`, query: id }),
  );
}

async function renderSheet(prices: PriceBook, id: string): Promise<string> {
  const search = findModel(await prices.table(), id);
  if (search.kind !== 'found') return '';
  const { staleAfterDays } = readSettings();
  return describePriceSheet(wordsOf(), priceSheet(search.model, Date.now(), staleAfterDays));
}
