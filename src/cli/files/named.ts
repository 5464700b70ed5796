import type { Beside } from '../../core/estimate/counts/beside';
import { besideEach, type BesideFacts } from '../../core/estimate/own/beside';
import type { FileParts } from '../../core/files/fileParts';
import { languageOfPath } from '../../core/files/languageOfPath';
import { findPlaceholders, isTemplate } from '../../core/files/placeholders';
import { describeMedia } from '../../wording/views/media';
import { formNotes, placeholderNote } from '../../wording/subject';
import { ENGLISH } from '../../wording/words';
import type { TextCounter } from '../countTexts';
import { partsOf, type Text } from '../texts';
import type { CountedFile, CountedFiles } from './counted';

/** Counts files that the user named, or standard input for -. */
export function countNamed(texts: readonly Text[], count: TextCounter): CountedFiles {
  const read = texts.map((text) => ({ text, sent: partsOf(text) }));
  const besides = besideEach(texts.map(mediaOf));
  return {
    files: read.map(({ text, sent }, index) => ({
      path: text.path,
      countFor: count(sent.parts),
      named: sent.call,
      ...callOf(text, besides[index]),
    })),
    notes: read.flatMap(({ text, sent }) =>
      notesOf(text, sent).map((note) => `${text.path}: ${note}`),
    ),
  };
}

function mediaOf({ media }: Text): BesideFacts {
  return { media: media ? [media] : [] };
}

function callOf({ media }: Text, beside: Beside | undefined): Pick<CountedFile, 'media' | 'call'> {
  return media && beside ? { media, call: { beside } } : {};
}

/** What of a file is not counted, or counted as it is written. */
function notesOf(text: Text, { parts, form }: FileParts): readonly string[] {
  const isPrompt = isTemplate(languageOfPath(text.path), text.path);
  const found = isPrompt ? findPlaceholders(parts.map((part) => part.text).join('\n')) : [];
  return [
    ...(text.media ? [describeMedia(ENGLISH, text.media)] : []),
    ...formNotes(ENGLISH, form, text.path),
    ...(found.length > 0 ? [placeholderNote(ENGLISH, found)] : []),
  ];
}
