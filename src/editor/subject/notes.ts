import { Position } from 'vscode';
import { findPlaceholders, isTemplate } from '../../core/files/placeholders';
import { hasRoles, sentFrom } from '../../core/files/sentText';
import { lengthOf, readDocument } from './documentText';
import {
  cellNotes,
  notSentNote,
  placeholderLimit,
  placeholderNote,
  unreadableRequests,
} from '../../wording/subject';
import { looksLikeRequests, REQUESTS_START } from '../../core/requestHint';
import type { Words } from '../../wording/words';
import { wordsOf } from '../words';
import { kindOf, linesOf } from './sentRanges';
import { subjectParts, type CountableSubject, type TextSubject } from './subject';

/** Placeholders are searched at each change, so only in the first characters of a text. */
const SEARCHED = 100_000;

/** Sentences about what the count leaves out: outputs of cells, front matter and placeholders. */
export function subjectNotes(subject: CountableSubject): readonly string[] {
  const words = wordsOf();
  if (subject.kind === 'media') return [subject.describe(words)];
  const left =
    subject.kind === 'notebook' ? cellNotes(words, subject.leftOut) : notSentNotes(words, subject);
  return [...left, ...requestNotes(words, subject), ...placeholderNotes(words, subject)];
}

/** What can be read as requests is not asked for these notes. */
function requestNotes(words: Words, subject: CountableSubject): readonly string[] {
  if (subject.kind !== 'text' || subject.notebook || subject.selections.length > 0) return [];
  const { document } = subject;
  const seems = looksLikeRequests(readDocument(document, 0, REQUESTS_START), kindOf(document));
  return seems ? [unreadableRequests(words)] : [];
}

function notSentNotes(words: Words, { document, selections }: TextSubject): readonly string[] {
  const lines = linesOf(document);
  if (selections.length > 0 || sentFrom(lines, kindOf(document)) === 0) return [];
  return [notSentNote(words, hasRoles(document.uri) ? 'frontMatterAndRoles' : 'frontMatter')];
}

function placeholderNotes(words: Words, subject: CountableSubject): readonly string[] {
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

/** Offsets of the counted parts of a document. */
function rangesOf({ document, selections }: TextSubject): readonly (readonly [number, number])[] {
  if (selections.length === 0) {
    const line = sentFrom(linesOf(document), kindOf(document));
    const start = line < document.lineCount ? document.offsetAt(new Position(line, 0)) : Infinity;
    const end = lengthOf(document);
    return [[Math.min(start, end), end]];
  }
  return selections.map(({ start, end }) => [document.offsetAt(start), document.offsetAt(end)]);
}
