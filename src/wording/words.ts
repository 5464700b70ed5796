import type { Currency } from '../core/figures/currency';

/** A value that takes the place of `{0}`, `{1}`, … in a message. */
export type Replacement = string | number | boolean;

/** The part of `vscode.l10n` and of `@vscode/l10n` that the sentences use. */
export interface Translator {
  /** @param message the English text, a literal: the extractor of the translations reads it from the source. */
  t(message: string, ...args: Replacement[]): string;
}

/** The language, number format and currency that a person reads. */
export interface Words {
  readonly l10n: Translator;
  /** BCP 47 tag for numbers and dates. */
  readonly locale: string;
  /** Undefined: amounts are shown in US dollars. */
  readonly currency: Currency | undefined;
}

/** Messages as they stand in the source. */
const englishTranslator: Translator = {
  t: (message, ...args) =>
    message.replaceAll(/\{(\d+)\}/g, (placeholder, index: string) =>
      String(args[Number(index)] ?? placeholder),
    ),
};

/** English with amounts in US dollars: exports and the terminal say the same on every machine. */
export const ENGLISH: Words = { l10n: englishTranslator, locale: 'en-US', currency: undefined };

/** Puts a capital at the beginning of a sentence. */
export function capitalize({ locale }: Words, text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
