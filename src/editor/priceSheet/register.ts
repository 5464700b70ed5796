import {
  Disposable,
  EventEmitter,
  workspace,
  type TextDocumentContentProvider,
  type Uri,
} from 'vscode';
import type { PriceBook } from '../prices/book';
import { onDidChangeSettings } from '../settings/changes';
import { PRICE_SHEET_SCHEME } from '../subject/ownTabs';

/** The text of a price sheet. */
type RenderSheet = (prices: PriceBook, sheet: Uri) => Promise<string>;

/**
 * Price sheets as read-only Markdown documents. Refreshed when the prices or the settings change.
 *
 * @param renderer is read with the first sheet.
 */
export function registerPriceSheets(
  prices: PriceBook,
  renderer: () => Promise<RenderSheet>,
): Disposable {
  const changed = new EventEmitter<Uri>();
  const refresh = (): void => {
    for (const { uri } of workspace.textDocuments)
      if (uri.scheme === PRICE_SHEET_SCHEME) changed.fire(uri);
  };
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => (await renderer())(prices, uri),
  };
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(PRICE_SHEET_SCHEME, provider),
    prices.onDidChange(refresh),
    // A sheet marks prices that are older than `pricing.staleAfterDays`.
    onDidChangeSettings(refresh),
    changed,
  );
}
