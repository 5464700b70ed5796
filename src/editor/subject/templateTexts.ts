import { isTemplate } from '../../core/files/placeholders';
import { readDocument } from './documentText';
import { sentOffsets } from './sentOffsets';
import { subjectParts, type CountableSubject } from './subject';

/** A template is searched at each change, so only in the first characters of a text. */
export const SEARCHED = 100_000;

/** The start of the subject's text, of its prompt templates only. */
export function templateTexts(subject: CountableSubject): {
  readonly texts: readonly string[];
  readonly isAll: boolean;
} {
  const texts: string[] = [];
  let left = SEARCHED;
  for (const part of subjectParts(subject)) {
    if (!isTemplate(part.languageId, part.document.uri.path)) continue;
    for (const [start, end] of sentOffsets(part)) {
      if (end - start > left) {
        texts.push(readDocument(part.document, start, start + left));
        return { texts, isAll: false };
      }
      texts.push(readDocument(part.document, start, end));
      left -= end - start;
    }
  }
  return { texts, isAll: true };
}
