import type { Words } from '../words';

// How a language joins what stands beside each other. Its commas, brackets and colons are messages, because `Intl` has
// no list without "and", and Chinese and Japanese have signs of their own.

/** "a, b, and c". */
export function andList(words: Words, items: readonly string[]): string {
  return formatOf(words.language, 'conjunction').format(items);
}

/** "a, b, or c". */
export function orList(words: Words, items: readonly string[]): string {
  return formatOf(words.language, 'disjunction').format(items);
}

/** "a, b, c". */
export function commas(words: Words, items: readonly string[]): string {
  const { l10n } = words;
  return joined(items, (before, item) => l10n.t('{0}, {1}', before, item));
}

/** "a; b; c". */
export function semicolons(words: Words, items: readonly string[]): string {
  const { l10n } = words;
  return joined(items, (before, item) => l10n.t('{0}; {1}', before, item));
}

/** Whole sentences, one after the other. */
export function sentences(words: Words, items: readonly string[]): string {
  const { l10n } = words;
  return joined(items, (before, item) => l10n.t('{0} {1}', before, item));
}

/** "a (b)". */
export function inBrackets({ l10n }: Words, text: string, detail: string): string {
  return l10n.t('{0} ({1})', text, detail);
}

function joined(
  [first = '', ...others]: readonly string[],
  join: (before: string, item: string) => string,
): string {
  return others.reduce(join, first);
}

const formats = new Map<string, Intl.ListFormat>();

function formatOf(language: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat {
  const key = `${language} ${type}`;
  const format = formats.get(key) ?? new Intl.ListFormat(language, { type });
  formats.set(key, format);
  return format;
}
