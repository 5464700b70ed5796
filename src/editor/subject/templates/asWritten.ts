import { findPlaceholders, isTemplate } from '../../../core/files/placeholders';
import { placeholderLimit, placeholderNote } from '../../../wording/views/templates';
import { wordsOf } from '../../words';
import { readDocument } from '../documentText';
import { sentOffsets } from '../sentOffsets';
import { subjectParts, type CountableSubject } from '../subject';

/** Placeholders are searched at each change, so only in the first characters of a text. */
export const SEARCHED = 100_000;

/** Sentences on the placeholders of a subject that gets no values: cells of a notebook, or a very long text. */
export function notesAsWritten(subject: CountableSubject): readonly string[] {
  const words = wordsOf();
  const { texts, isAll } = templateTexts(subject);
  const found = [...new Set(texts.flatMap(findPlaceholders))];
  return [
    ...(found.length === 0 ? [] : [placeholderNote(words, found)]),
    ...(isAll ? [] : [placeholderLimit(words, SEARCHED)]),
  ];
}

/** The start of the subject's text, of its prompt templates only. */
function templateTexts(subject: CountableSubject): {
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
