import type { FileParts } from '../../core/files/fileParts';
import { languageOfPath } from '../../core/files/languageOfPath';
import { findPlaceholders, isTemplate } from '../../core/files/placeholders';
import type { TemplateContent } from '../../core/files/scan';
import { formNotes } from '../../wording/subject';
import { placeholderNote, templateNotes } from '../../wording/views/templates';
import { ENGLISH } from '../../wording/words';
import type { TextCounter } from '../countTexts';
import type { Io } from '../io';
import { partsOf, type Text } from '../texts';
import type { CountedFile, CountedFiles } from './counted';
import { templateContent, type TemplateOptions } from './templates';

interface ReadFile {
  readonly text: Text;
  readonly sent: FileParts;
  readonly template: TemplateContent | undefined;
}

/** Counts files that the user named, or standard input for -. */
export async function countNamed(
  io: Io,
  texts: readonly Text[],
  count: TextCounter,
  options: TemplateOptions,
): Promise<CountedFiles> {
  const read: ReadFile[] = [];
  for (const text of texts) {
    const sent = partsOf(text);
    const { path } = text;
    const file = { path, languageId: languageOfPath(path) };
    const template = await templateContent(io, path, { ...sent, text: text.text, file }, options);
    read.push({ text, sent, template });
  }
  return {
    files: read.map((file) => countFile(file, count)),
    notes: read.flatMap((file) => notesOf(file).map((note) => `${file.text.path}: ${note}`)),
  };
}

function countFile({ text, sent, template }: ReadFile, count: TextCounter): CountedFile {
  const { path } = text;
  const { samples = [] } = template ?? {};
  return {
    path,
    countFor: count(sent.parts, template?.samples),
    named: sent.call,
    samples: samples.length > 1 ? samples.map((parts) => count(parts)) : undefined,
  };
}

/** What of a file is not counted, or counted as it is written. */
function notesOf({ text, sent, template }: ReadFile): readonly string[] {
  const form = formNotes(ENGLISH, sent.form, text.path);
  if (template) return [...form, ...templateNotes(ENGLISH, template.template)];
  const isPrompt = isTemplate(languageOfPath(text.path), text.path);
  const found = isPrompt ? findPlaceholders(sent.parts.map((part) => part.text).join('\n')) : [];
  return [...form, ...(found.length > 0 ? [placeholderNote(ENGLISH, found)] : [])];
}
