import { hasPlaceholders, isTemplate } from '../placeholders';
import type { FileKind } from '../sentText';
import { mayHaveTags } from './tagMarks';

/** Longer templates are counted as written: characters. */
export const LONGEST_TEMPLATE = 2_000_000;

/** Whether to look for values of a file's text. */
export function mayHaveValues(text: string, file: FileKind): boolean {
  return mayBeTemplate(text.length, file) && holdsPlaceholders(text);
}

/** Whether a file of some length can be a template, whatever its text is. */
export function mayBeTemplate(length: number, { languageId, path }: FileKind): boolean {
  return length <= LONGEST_TEMPLATE && isTemplate(languageId, path) && !path.endsWith('.ipynb');
}

/** Front matter may say that single braces are placeholders; control structures and comments are said to be no text. */
export function holdsPlaceholders(text: string): boolean {
  return hasPlaceholders(text) || mayHaveTags(text) || /\bf-string\b/.test(text.slice(0, 5000));
}
