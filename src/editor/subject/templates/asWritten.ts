import { findPlaceholders } from '../../../core/files/placeholders';
import { placeholderLimit, placeholderNote } from '../../../wording/views/templates';
import { wordsOf } from '../../words';
import type { CountableSubject } from '../subject';
import { SEARCHED, templateTexts } from '../templateTexts';

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
