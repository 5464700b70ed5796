import { env, l10n } from 'vscode';
import type { Currency } from '../core/figures/currency';
import type { Words } from '../wording/words';

/** The editor's language, with amounts in the currency of the settings; in US dollars without settings. */
export function wordsOf(settings?: { readonly currency: Currency | undefined }): Words {
  return { l10n, locale: env.language, days: 'locale', currency: settings?.currency };
}
