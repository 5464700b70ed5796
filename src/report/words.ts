import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Currency } from '../core/figures/currency';
import { ENGLISH, type Translator, type Words } from '../wording/words';

/**
 * Words in the editor's language.
 *
 * @param l10n undefined: there is no translation, and the sentences are English.
 * @param languageTag of the numbers; those are English too if the browser does not know it.
 */
export function wordsIn(
  l10n: Translator | undefined,
  languageTag: string,
  currency: Currency | undefined,
): Words {
  const tag = safeTag(languageTag);
  const locale = Intl.NumberFormat.supportedLocalesOf([tag])[0] ?? 'en';
  const own = l10n ? { l10n, language: tag } : { l10n: ENGLISH.l10n, language: ENGLISH.language };
  return { ...own, locale, days: 'locale', currency };
}

function safeTag(tag: string): string {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : 'en';
}

export const WordsContext = createContext<Words>(wordsIn(undefined, 'en', undefined));

export function useWords(): Words {
  return useContext(WordsContext);
}
