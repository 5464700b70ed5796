import { countBase64 } from '../../core/media/inText';
import { hasRoles, sentFrom } from '../../core/files/sentText';
import { readDocument } from './documentText';
import { base64Note, cellNotes, notSentNote, unreadableRequests } from '../../wording/subject';
import { looksLikeRequests, REQUESTS_START } from '../../core/requestHint';
import type { Words } from '../../wording/words';
import { wordsOf } from '../words';
import { kindOf, linesOf } from './sentRanges';
import { templateTexts } from './templateTexts';
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
  if (subject.kind === 'media') return [subject.describe(words)];
  const left =
    subject.kind === 'notebook' ? cellNotes(words, subject.leftOut) : notSentNotes(words, subject);
  return [
    ...left,
    ...requestNotes(words, subject),
    ...base64Notes(words, subject),
    ...(template?.notes ?? []),
  ];
}

/** What can be read as requests is not asked for these notes. */
function requestNotes(words: Words, subject: CountableSubject): readonly string[] {
  if (subject.kind !== 'text' || subject.notebook || subject.selections.length > 0) return [];
  const { document } = subject;
  const seems = looksLikeRequests(readDocument(document, 0, REQUESTS_START), kindOf(document));
  return seems ? [unreadableRequests(words)] : [];
}

function notSentNotes(words: Words, { document, selections }: TextSubject): readonly string[] {
  if (selections.length > 0) return [];
  // As in the terminal and of folders: roles are left out also where there is no front matter.
  if (hasRoles(document.uri)) return [notSentNote(words, 'frontMatterAndRoles')];
  const isAll = sentFrom(linesOf(document), kindOf(document)) === 0;
  return isAll ? [] : [notSentNote(words, 'frontMatter')];
}

function base64Notes(words: Words, subject: CountableSubject): readonly string[] {
  const { texts } = templateTexts(subject);
  const files = texts.reduce((sum, text) => sum + countBase64(text), 0);
  return files === 0 ? [] : [base64Note(words, files)];
}
