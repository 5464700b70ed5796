import { resolve } from 'node:path';
import type { Beside } from '../../core/estimate/counts/beside';
import { countGroups } from '../../core/estimate/counts/groups';
import { countSamples, longestSample, meanOf } from '../../core/estimate/counts/samples';
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
import { finish } from '../../core/scheduling/sliced';
import { describeMedia } from '../../wording/views/media';
import { base64Note, formNotes, nothingToSend } from '../../wording/subject';
import { placeholderNote, templateNotes } from '../../wording/views/templates';
import { about, type Words } from '../../wording/words';
import { countFor, longestFor, type TextCounter } from '../countTexts';
import type { Io } from '../io';
import type { Text } from '../texts';
import type { Beginning, CountedFile, CountedFiles, CountOptions } from './counted';
import { templateContent } from './templates';

interface ReadFile {
  readonly text: Text;
  readonly sent: FileParts;
  readonly template: TemplateContent | undefined;
  readonly beginning: readonly TextPart[] | undefined;
}

/** Counts files that the user named, or standard input for -. */
export async function countNamed(
  io: Io,
  texts: readonly Text[],
  count: TextCounter,
  {
    templates,
    onCounted,
    stableBeginning,
  }: Pick<CountOptions, 'templates' | 'onCounted' | 'stableBeginning'>,
): Promise<CountedFiles> {
  const read: ReadFile[] = [];
  for (const text of texts) {
    const { path } = text;
    const file = kindOf(io, path);
    const sent = fileParts(text.text, file);
    const template = await templateContent(io, path, { ...sent, text: text.text, file }, templates);
    const beginning = stableBeginning ? beginningIn(text, file, sent) : undefined;
    read.push({ text, sent, template, beginning });
  }
  const besides = besideEach(texts.map(mediaOf));
  return {
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
  return { path: whole, languageId: languageOfPath(path) };
}

function beginningIn({ text }: Text, file: FileKind, { parts }: FileParts): ReadFile['beginning'] {
  return mayHaveValues(text, file) ? beginningOf(text, file, parts) : undefined;
}

function countFile({ text, sent, template, beginning }: ReadFile, count: TextCounter): CountedFile {
  const { path } = text;
  const ofBeginning: Beginning | undefined = beginning && {
    kind: 'placeholder',
    countFor: count(beginning),
  };
  const shared = { path, named: sent.call, beginning: ofBeginning };
  if (!template) return { ...shared, countFor: count(sent.parts) };
  const { groups, counters } = count;
  const counted = finish(countSamples(sent.parts, template.samples, counters));
  const longest = longestSample(groups, counted);
  return {
    ...shared,
    countFor: countFor(groups, countGroups(groups, meanOf(counted))),
    longestFor: longest && longestFor(groups, longest),
  };
}

function mediaOf({ media }: Text): BesideFacts {
  return { media: media ? [media] : [] };
}

function callOf({ media }: Text, beside: Beside | undefined): Pick<CountedFile, 'media' | 'call'> {
  return media && beside ? { media, call: { beside } } : {};
}

/** What of a file is not counted, or counted as it is written. */
function notesOf(words: Words, { text, sent, template }: ReadFile): readonly string[] {
  const content = sent.parts.map((part) => part.text).join('\n');
  const files = countBase64(content);
  return [
    ...(text.media ? [describeMedia(words, text.media)] : []),
    ...(!text.media && content.trim() === '' ? [nothingToSend(words)] : []),
    ...formNotes(words, sent.form, text.path),
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
  const found = isTemplate(languageOfPath(path), path) ? findPlaceholders(content) : [];
  return found.length > 0 ? [placeholderNote(words, found)] : [];
}
