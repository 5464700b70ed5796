import {
  commands,
  Disposable,
  EventEmitter,
  Uri,
  workspace,
  type TextDocumentContentProvider,
} from 'vscode';
import { resolveModel } from '../../core/pricing/names/resolveModel';
import { priceSheet } from '../../core/pricing/priceSheet';
import { describePriceSheet } from '../../wording/documents/priceSheet';
import { pickModel } from '../picks/model';
import type { PriceBook } from '../prices/book';
import { onDidChangeSettings } from '../settings/changes';
import { readSettings } from '../settings/settings';
import { wordsOf } from '../words';

const SCHEME = 'api-spend-prices';

/** Price sheets as read-only Markdown documents. Refreshed when the prices or the settings change. */
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
    // A sheet marks prices that are older than `pricing.staleAfterDays`.
    onDidChangeSettings(refresh),
    changed,
  );
}

/** Opens the price sheet of a model. @param modelId without an id, the user is asked to choose. */
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
  const atMs = Date.now();
  const search = resolveModel(await prices.table(), id, atMs);
  if (search.kind !== 'found') return '';
  const { staleAfterDays } = readSettings();
  return describePriceSheet(wordsOf(), priceSheet(search.model, atMs, staleAfterDays));
}
