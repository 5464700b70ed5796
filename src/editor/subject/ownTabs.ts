import { TabInputCustom, TabInputWebview, window } from 'vscode';
import { REPORT_VIEW } from '../../protocol/viewType';

/** Scheme of the URIs of price sheets. */
export const PRICE_SHEET_SCHEME = 'api-spend-prices';

/** Whether the extension's own report or a price sheet is visible. What they are about stays the subject. */
export function isOwnTabVisible(): boolean {
  return window.tabGroups.all.some(({ activeTab }) => {
    const input = activeTab?.input;
    return input instanceof TabInputWebview
      ? input.viewType.endsWith(REPORT_VIEW)
      : isPriceSheet(input);
  });
}

/** @param input of a tab. */
export function isPriceSheet(input: unknown): boolean {
  return input instanceof TabInputCustom && input.uri.scheme === PRICE_SHEET_SCHEME;
}
