import { env, l10n } from 'vscode';
import type { Currency } from '../core/figures/currency';
import { ENGLISH, type Words } from '../wording/words';

/**
 * The editor's language, with amounts in the currency of the settings; in US dollars without settings. Where there is no
 * translation, the sentences are English and the numbers are still the reader's.
 */
export function wordsOf(settings?: { readonly currency: Currency | undefined }): Words {
  const { language } = env;
  const own = l10n.bundle ? { l10n, language } : { l10n: ENGLISH.l10n, language: ENGLISH.language };
  return { ...own, locale: language, days: 'locale', currency: settings?.currency };
}
