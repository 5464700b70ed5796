import { findPlaceholders, isTemplate } from '../../core/files/placeholders';
import { lengthOf, readDocument } from './documentText';
import { cellNotes, placeholderLimit, placeholderNote } from '../../wording/subject';
import type { Words } from '../../wording/words';
import { wordsOf } from '../words';
import { subjectParts, type CountableSubject, type TextSubject } from './subject';

/** Placeholders are looked for at each change, so only in so much of a text, in characters. */
const LOOKED_AT = 100_000;

/** What to know of a subject beside its figures: what is in the text and not in the count. */
export function subjectNotes(subject: CountableSubject): readonly string[] {
  const words = wordsOf();
  const cells = subject.kind === 'notebook' ? cellNotes(words, subject.leftOut) : [];
  return [...cells, ...placeholderNotes(words, subject)];
}

function placeholderNotes(words: Words, subject: CountableSubject): readonly string[] {
  const { texts, isAll } = templateTexts(subject);
  const found = [...new Set(texts.flatMap(findPlaceholders))];
  return [
    ...(found.length === 0 ? [] : [placeholderNote(words, found)]),
    ...(isAll ? [] : [placeholderLimit(words, LOOKED_AT)]),
  ];
}

/** The beginning of the subject's text, as far as it is a prompt's. */
function templateTexts(subject: CountableSubject): {
  readonly texts: readonly string[];
  readonly isAll: boolean;
} {
  const texts: string[] = [];
  let left = LOOKED_AT;
  for (const part of subjectParts(subject)) {
    if (!isTemplate(part.languageId, part.document.uri.path)) continue;
    for (const [start, end] of rangesOf(part)) {
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

/** Offsets of what is counted of a document. */
function rangesOf({ document, selections }: TextSubject): readonly (readonly [number, number])[] {
  if (selections.length === 0) return [[0, lengthOf(document)]];
  return selections.map(({ start, end }) => [document.offsetAt(start), document.offsetAt(end)]);
}
