import type { FileParts } from '../../core/files/fileParts';
import { languageOfPath } from '../../core/files/languageOfPath';
import { findPlaceholders, isTemplate } from '../../core/files/placeholders';
import { formNotes, placeholderNote } from '../../wording/subject';
import { ENGLISH } from '../../wording/words';
import type { TextCounter } from '../countTexts';
import { partsOf, type Text } from '../texts';
import type { CountedFiles, OnCounted } from './counted';

/** Counts files that the user named, or standard input for -. */
export function countNamed(
  texts: readonly Text[],
  count: TextCounter,
  onCounted: OnCounted,
): CountedFiles {
  const read = texts.map((text) => ({ text, sent: partsOf(text) }));
  return {
    files: read.map(({ text, sent }) => {
      const file = { path: text.path, countFor: count(sent.parts), named: sent.call };
      onCounted(file);
      return file;
    }),
    notes: read.flatMap(({ text, sent }) =>
      notesOf(text, sent).map((note) => `${text.path}: ${note}`),
    ),
  };
}

/** What of a file is not counted, or counted as it is written. */
function notesOf(text: Text, { parts, form }: FileParts): readonly string[] {
  const isPrompt = isTemplate(languageOfPath(text.path), text.path);
  const found = isPrompt ? findPlaceholders(parts.map((part) => part.text).join('\n')) : [];
  return [
    ...formNotes(ENGLISH, form, text.path),
    ...(found.length > 0 ? [placeholderNote(ENGLISH, found)] : []),
  ];
}
