import { TabInputCustom, TabInputWebview, window, type Uri } from 'vscode';
import { REPORT_VIEW } from '../../protocol/viewType';
import { pagesFolder } from '../pages';

/** Scheme of the URIs of price sheets. */
export const PRICE_SHEET_SCHEME = 'api-spend-prices';

/** Whether the extension's own report, a price sheet or a page of its docs is visible. What they are about stays the subject. */
export function isOwnTabVisible(): boolean {
  return window.tabGroups.all.some(({ activeTab }) => {
    const input = activeTab?.input;
    return input instanceof TabInputWebview
      ? input.viewType.endsWith(REPORT_VIEW)
      : isOwnPage(input);
  });
}

/** Whether a tab shows a price sheet or a page of `docs/`, to which our own links lead. @param input of the tab. */
export function isOwnPage(input: unknown): boolean {
  if (!(input instanceof TabInputCustom)) return false;
  return input.uri.scheme === PRICE_SHEET_SCHEME || isOfDocs(input.uri);
}

function isOfDocs({ path }: Uri): boolean {
  const folder = pagesFolder()?.path;
  return folder !== undefined && path.startsWith(`${folder}/`);
}
