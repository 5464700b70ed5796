import type { Currency } from '../core/figures/currency';

/** A value for `{0}`, `{1}`, … in a message. */
export type Replacement = string | number | boolean;

/** The part of `vscode.l10n` that the sentences use. */
export interface Translator {
  /** @param message the English text; must be a literal, so that `@vscode/l10n-dev` can extract it. */
  t(message: string, ...args: Replacement[]): string;
}

/** The language, number format and currency of the reader. */
export interface Words {
  readonly l10n: Translator;
  /** BCP 47 tag of the sentences, for plurals and lists: English where there is no translation. */
  readonly language: string;
  /** BCP 47 tag for numbers and dates. */
  readonly locale: string;
  /** How a day is written: "Nov 23, 2026" in the form of the locale, or "2026-11-23". */
  readonly days: 'locale' | 'iso';
  /** Undefined: amounts are shown in US dollars. */
  readonly currency: Currency | undefined;
}

/**
 * Translates as `vscode.l10n` does, where that is not there. A message without a translation stays as it is.
 * @param translations by message, as in `vscode.l10n.bundle`
 */
export function translatorOf(translations: Readonly<Record<string, string>>): Translator {
  const known = new Map(Object.entries(translations));
  return {
    // An empty translation is none.
    t: (message, ...args) => fill(known.get(message) || message, args),
  };
}

/** Replaces `{0}`, `{1}`, …; those without a value stay. */
export function fill(message: string, args: readonly Replacement[]): string {
  return message.replaceAll(/\{(\d+)\}/g, (placeholder, index: string) =>
    String(args[Number(index)] ?? placeholder),
  );
}

/**
 * English and US dollars, so that exports and the terminal give the same text on every machine. Days are ISO dates: what
 * a program reads in CSV and JSON, and what `--at` takes, is written the same in the sentences beside it.
 */
export const ENGLISH: Words = {
  l10n: translatorOf({}),
  language: 'en',
  locale: 'en-US',
  days: 'iso',
  currency: undefined,
};

/** A word as a sentence begins with; a name such as `o3`, `docs/a.md` or `batch.jsonl` stays as it is written. */
const PLAIN_WORD = /^[^\s\d./\\_@:]+[,;:.]?(?:\s|$)/u;

/**
 * Capitalizes the first letter of a sentence, unless a name stands there. Chinese and Japanese sentences begin with
 * Latin letters only in names.
 */
export function capitalize({ language, locale }: Words, text: string): string {
  if (!PLAIN_WORD.test(text) || /^(?:zh|ja)\b/.test(language)) return text;
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** Capitalizes a note and ends it with a full stop. */
export function asSentence(words: Words, note: string): string {
  const { l10n } = words;
  return l10n.t('{0}.', capitalize(words, note));
}

/** "settings.json: …": what a sentence is about, before it. */
export function about({ l10n }: Words, subject: string, sentence: string): string {
  return l10n.t('{0}: {1}', subject, sentence);
}

/** What a command has done. */
export interface Done {
  /**
   * Beside the cost in the status bar. VS Code cuts an item at two fifths of the window, and hides it if it has no room:
   * no longer than the tokens that stand there usually, but for a name.
   */
  readonly short: string;
  /** `short` has the cost, and stands in its place. */
  readonly hasCost?: true;
  /** The whole sentence: in the tooltip, for screen readers, and where the status bar has no cost. */
  readonly sentence: string;
}
