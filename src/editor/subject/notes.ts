import { hasRoles, sentFrom } from '../../core/files/sentText';
import { cellNotes, notSentNote } from '../../wording/subject';
import type { Words } from '../../wording/words';
import { wordsOf } from '../words';
import { kindOf, linesOf } from './sentRanges';
import type { TemplateView } from './templates/view';
import type { CountableSubject, TextSubject } from './subject';

/**
 * Sentences about what the count leaves out: outputs of cells, front matter and placeholders.
 *
 * @param template what is known of the values of placeholders.
 */
export function subjectNotes(
  subject: CountableSubject,
  template: Pick<TemplateView, 'notes'> | undefined,
): readonly string[] {
  const words = wordsOf();
  const left =
    subject.kind === 'notebook' ? cellNotes(words, subject.leftOut) : notSentNotes(words, subject);
  return [...left, ...(template?.notes ?? [])];
}

function notSentNotes(words: Words, { document, selections }: TextSubject): readonly string[] {
  const lines = linesOf(document);
  if (selections.length > 0 || sentFrom(lines, kindOf(document)) === 0) return [];
  return [notSentNote(words, hasRoles(document.uri) ? 'frontMatterAndRoles' : 'frontMatter')];
}
