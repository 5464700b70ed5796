import { resolve } from 'node:path';
import type { Beside } from '../../core/estimate/counts/beside';
import { countSampledGroups, countSamples } from '../../core/estimate/counts/samples';
import { besideEach } from '../../core/estimate/own/beside';
import type { BesideFacts } from '../../core/estimate/own/besideFacts';
import { fileParts, type FileParts } from '../../core/files/fileParts';
import type { FileKind } from '../../core/files/sentText';
import type { TextPart } from '../../core/files/notebook';
import { beginningOf } from '../../core/files/templates/beginning';
import { mayHaveValues } from '../../core/files/templates/mayHaveValues';
import { countBase64 } from '../../core/media/inText';
import { languageOfPath } from '../../core/files/languageOfPath';
import { findPlaceholders, isTemplate } from '../../core/files/placeholders';
import type { TemplateContent } from '../../core/files/scanned/content';
import { toldValues } from '../../core/files/templates/facts';
import { finish } from '../../core/scheduling/sliced';
import { describeMedia } from '../../wording/views/media';
import { frontMatterOfInput } from '../../wording/documents/input';
import { base64Note, formNotes, nothingToSend } from '../../wording/subject';
import { placeholderNote, templateNotes } from '../../wording/views/templates';
import { about, type Words } from '../../wording/words';
import { countFor, type TextCounter } from '../countTexts';
import type { Io } from '../io';
import type { Text } from '../texts';
import type { CountedFile, CountedFiles, CountOptions } from './counted';
import { slashed } from './filePlace';
import { templateContent } from './templates';

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
  {
    templates,
    onCounted,
    countsBeginning,
  }: Pick<CountOptions, 'templates' | 'onCounted' | 'countsBeginning'>,
): Promise<CountedFiles> {
  const read: ReadFile[] = [];
  for (const text of texts) {
    const { path } = text;
    const file = kindOf(io, path);
    const sent = fileParts(text.text, file);
    const template = await templateContent(io, path, { ...sent, text: text.text, file }, templates);
    read.push({ text, sent, template });
  }
  const besides = besideEach(texts.map(mediaOf));
  const [first, ...others] = read;
  const parts =
    first && others.length === 0 && countsBeginning ? beginningIn(io, first) : undefined;
  return {
    beginning: parts && { kind: 'placeholder', countFor: count(parts) },
    files: read.map((each, index) => {
      const file = { ...countFile(each, count), ...callOf(each.text, besides[index]) };
      onCounted(file);
      return file;
    }),
    notes: read.flatMap((file) =>
      notesOf(io.words, file).map((note) => about(io.words, file.text.path, note)),
    ),
  };
}

/** The folders above a file may say that it is a prompt. */
function kindOf(io: Io, path: string): FileKind {
  const whole = path === '-' ? path : resolve(io.workingDirectory(), path);
  return { path: slashed(whole), languageId: languageOfPath(slashed(path)) };
}

function beginningIn(
  io: Io,
  { text: { path, text }, sent: { parts } }: ReadFile,
): readonly TextPart[] | undefined {
  const file = kindOf(io, path);
  return mayHaveValues(text, file) ? beginningOf(text, file, parts) : undefined;
}

function countFile({ text, sent, template }: ReadFile, count: TextCounter): CountedFile {
  const shared = { path: text.path, named: sent.call };
  if (!template) return { ...shared, countFor: count(sent.parts) };
  const { groups, counters } = count;
  const counted = finish(countSamples(sent.parts, template.samples, counters));
  return {
    ...shared,
    countFor: countFor(groups, countSampledGroups(groups, counted)),
    template: toldValues(template.template),
  };
}

function mediaOf({ media }: Text): BesideFacts {
  return { media: media ? [media] : [] };
}

function callOf({ media }: Text, beside: Beside | undefined): Pick<CountedFile, 'media' | 'call'> {
  return media && beside ? { media, call: { beside } } : {};
}

/** A block of YAML between two fences at the start. */
const FRONT_MATTER = /^---[ \t]*\r?\n[\w-]+[ \t]*:[^]*?\n---[ \t]*(?:\r?\n|$)/;

/** What of a file is not counted, or counted as it is written. */
function notesOf(words: Words, { text, sent, template }: ReadFile): readonly string[] {
  const content = sent.parts.map((part) => part.text).join('\n');
  const files = countBase64(content);
  return [
    ...(text.media ? [describeMedia(words, text.media)] : []),
    ...(!text.media && content.trim() === '' ? [nothingToSend(words)] : []),
    ...formNotes(words, sent.form, text.path),
    ...(text.path === '-' && FRONT_MATTER.test(text.text) ? [frontMatterOfInput(words)] : []),
    ...placeholderNotes(words, text, content, template),
    ...(files > 0 ? [base64Note(words, files)] : []),
  ];
}

function placeholderNotes(
  words: Words,
  { path }: Text,
  content: string,
  template: TemplateContent | undefined,
): readonly string[] {
  if (template) return templateNotes(words, template.template);
  const name = slashed(path);
  const found = isTemplate(languageOfPath(name), name) ? findPlaceholders(content) : [];
  return found.length > 0 ? [placeholderNote(words, found)] : [];
}
