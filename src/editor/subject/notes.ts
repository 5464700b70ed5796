import { l10n } from 'vscode';
import { findPlaceholders, isTemplate, listPlaceholders } from '../../core/files/placeholders';
import { lengthOf, readDocument } from './documentText';
import { showTokens as showNumber } from '../wording/numbers';
import { subjectParts, type CountableSubject, type TextSubject } from './subject';

/** Placeholders are looked for at each change, so only in so much of a text, in characters. */
const LOOKED_AT = 100_000;

/** What to know of a subject beside its figures: what is in the text and not in the count. */
export function subjectNotes(subject: CountableSubject): readonly string[] {
  return [...cellNotes(subject), ...placeholderNotes(subject)];
}

function cellNotes(subject: CountableSubject): readonly string[] {
  if (subject.kind === 'text') return [];
  const outputs = l10n.t('Code and text of the cells are counted, their outputs are not.');
  const { leftOut } = subject;
  if (leftOut === 0) return [outputs];
  const setting = 'apiSpend.ignoredLanguages';
  return [outputs, l10n.t('Cells left out by the setting {0}: {1}', setting, showNumber(leftOut))];
}

function placeholderNotes(subject: CountableSubject): readonly string[] {
  const { texts, isAll } = templateTexts(subject);
  const found = [...new Set(texts.flatMap(findPlaceholders))];
  const limit = l10n.t(
    'Placeholders are looked for in the first {0} characters.',
    showNumber(LOOKED_AT),
  );
  return [...(found.length === 0 ? [] : [describe(found)]), ...(isAll ? [] : [limit])];
}

function describe(placeholders: readonly string[]): string {
  const list = listPlaceholders(placeholders);
  return placeholders.length === 1
    ? l10n.t('The placeholder {0} is counted as it is written, not as what it will hold.', list)
    : l10n.t(
        '{0} placeholders ({1}) are counted as they are written, not as what they will hold.',
        showNumber(placeholders.length),
        list,
      );
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
