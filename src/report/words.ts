import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Currency } from '../core/figures/currency';
import { ENGLISH, type Translator, type Words } from '../wording/words';

/** Words in the editor's language; in English if the browser does not support it. */
export function wordsIn(
  l10n: Translator,
  languageTag: string,
  currency: Currency | undefined,
): Words {
  const locale = Intl.NumberFormat.supportedLocalesOf([safeTag(languageTag)])[0] ?? 'en';
  return { l10n, locale, days: 'locale', currency };
}

function safeTag(tag: string): string {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : 'en';
}

export const WordsContext = createContext<Words>(wordsIn(ENGLISH.l10n, 'en', undefined));

export function useWords(): Words {
  return useContext(WordsContext);
}
