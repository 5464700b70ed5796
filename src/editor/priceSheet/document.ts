import {
  commands,
  Disposable,
  EventEmitter,
  Uri,
  window,
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
    provideTextDocumentContent: async (uri) => renderSheet(prices, uri),
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
  // The folder decides whose prices they are, also while no editor has the focus.
  const edited = window.activeTextEditor?.document.uri;
  const folder = edited && workspace.getWorkspaceFolder(edited)?.uri.toString();
  const query = new URLSearchParams({ id, folder: folder ?? '' }).toString();
  await commands.executeCommand(
    'markdown.showPreview',
    Uri.from({ scheme: SCHEME, path: `/${name}`, query }),
  );
}

async function renderSheet(prices: PriceBook, { query }: Uri): Promise<string> {
  const asked = new URLSearchParams(query);
  const folder = asked.get('folder');
  const table = await prices.table(folder ? Uri.parse(folder) : undefined);
  const atMs = Date.now();
  const search = resolveModel(table, asked.get('id') ?? '', atMs);
  if (search.kind !== 'found') return '';
  const { staleAfterDays } = readSettings();
  return describePriceSheet(wordsOf(), priceSheet(search.model, atMs, staleAfterDays));
}
