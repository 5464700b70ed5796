import type { FileForm } from '../core/files/scanned/content';
import { hasRoles } from '../core/files/sentText';
import { LARGEST_TEXT_MB } from '../core/files/scanned/limits';
import { showNumber } from './numbers';
import { requestsIn } from './views/requestCount';
import { counted } from './language/forms';
import type { Words } from './words';

/** The name of a subject. `count` is the number of its selections, cells, files or requests. */
export interface NamedSubject {
  readonly kind: 'document' | 'selections' | 'notebook' | 'cells' | 'files' | 'requests';
  readonly name: string;
  readonly count: number;
  /** The files are one call together. */
  readonly isTogether?: boolean;
}

/** "3 selections in notes.md", "2 cells of plan.ipynb", "12 files in src", "notes.md". */
export function describeSubject(words: Words, subject: NamedSubject): string {
  const { l10n } = words;
  const { kind, name, count, isTogether = false } = subject;
  const number = showNumber(words, count);
  const isOne = count === 1;
  switch (kind) {
    case 'document':
      return name;
    case 'selections':
      return counted(
        words,
        count,
        l10n.t('[one]the selection in {1}[other]{0} selections in {1}'),
        number,
        name,
      );
    case 'notebook':
      return counted(
        words,
        count,
        l10n.t('[one]{0} ({1} cell)[other]{0} ({1} cells)'),
        name,
        number,
      );
    case 'cells':
      return counted(
        words,
        count,
        l10n.t('[one]{0} cell of {1}[other]{0} cells of {1}'),
        number,
        name,
      );
    case 'requests':
      return isOne ? name : requestsIn(words, count, name);
    case 'files':
      return isTogether && !isOne
        ? counted(words, count, l10n.t('[other]{0} files in {1} as one call'), number, name)
        : counted(
            words,
            count,
            l10n.t('[one]{0} file in {1}[other]{0} files in {1}'),
            number,
            name,
          );
  }
}

/** Of a file that the user named, without a word in it. */
export function nothingToSend({ l10n }: Words): string {
  return l10n.t('there is no text to send: the price is that of an assumed answer');
}

/** "notes.md (no text)": the name of an empty subject wherever a cost stands beside it. */
export function nameWithoutText(words: Words, name: string): string {
  const { l10n } = words;
  return l10n.t('{0} (no text)', name);
}

/** "notes.md (original)": both sides of a diff editor often have the same name. */
export function nameWithSide(
  { l10n }: Words,
  name: string,
  side: 'original' | 'modified' | undefined,
): string {
  switch (side) {
    case 'original':
      return l10n.t('{0} (original)', name);
    case 'modified':
      return l10n.t('{0} (modified)', name);
    case undefined:
      return name;
  }
}

/** Why the text of an open file cannot be priced. */
export type UnreadableReason = 'tooLarge' | 'image' | 'customEditor' | 'binary';

/** Shown in place of a cost. */
export function unreadableLabel({ l10n }: Words, reason: UnreadableReason): string {
  switch (reason) {
    case 'tooLarge':
      return l10n.t('No cost: file too large');
    case 'image':
      return l10n.t('No cost: image');
    case 'customEditor':
      return l10n.t('No cost: no text');
    case 'binary':
      return l10n.t('No cost: binary file');
  }
}

/** The reason as a sentence. */
export function describeUnreadable(
  { l10n }: Words,
  name: string,
  reason: UnreadableReason,
): string {
  switch (reason) {
    case 'tooLarge':
      return l10n.t(
        'API Spend cannot price {0} here: VS Code does not give extensions the text of files over {1} MB. “Estimate Token Count and Cost of Files” reads it in ranges.',
        name,
        LARGEST_TEXT_MB,
      );
    case 'image':
      return l10n.t(
        'API Spend cannot price {0}: its size cannot be read. Perhaps it is damaged; a copy as PNG or JPEG has one.',
        name,
      );
    case 'customEditor':
      return l10n.t(
        'API Spend cannot price {0}: the editor that shows it does not give extensions its text. “View: Reopen Editor With…” can open it as a text.',
        name,
      );
    case 'binary':
      return l10n.t(
        'API Spend cannot price {0}: it is a binary file. Open a text, a picture, a PDF or a recording.',
        name,
      );
  }
}

/** The user's settings leave out the language of the subject. */
export function describeLeftOut({ l10n }: Words, subject: string): string {
  return l10n.t(
    'The setting {0} leaves out {1}. Take its language out of the setting to see its cost.',
    'apiSpend.ignoredLanguages',
    subject,
  );
}

export function nothingOpen({ l10n }: Words): string {
  return l10n.t('Open a text file first: API Spend prices its text.');
}

/** @param leftOut number of cells whose language the user's settings leave out. */
export function cellNotes(words: Words, leftOut: number): readonly string[] {
  const { l10n } = words;
  const outputs = l10n.t('The code and text of the cells are counted, but not their outputs.');
  if (leftOut === 0) return [outputs];
  const number = showNumber(words, leftOut);
  const setting = 'apiSpend.ignoredLanguages';
  return [outputs, l10n.t('Cells left out by the setting {0}: {1}', setting, number)];
}

function requestsAsText({ l10n }: Words): string {
  return l10n.t('API requests, priced as the one text that the file is, not request by request.');
}

function notebookAsStored({ l10n }: Words): string {
  return l10n.t('The notebook is damaged: it is counted as stored.');
}

/** What of a file is not counted, by the form in which it was read. */
export function formNotes(
  words: Words,
  form: FileForm | undefined,
  path: string,
): readonly string[] {
  switch (form) {
    case undefined:
      return [];
    case 'cells':
      return cellNotes(words, 0);
    case 'stored':
      return [notebookAsStored(words)];
    case 'requests':
      return [requestsAsText(words)];
    case 'requestsAsText':
      return [unreadableRequests(words)];
    case 'sent':
      return [notSentNote(words, hasRoles({ path }) ? 'frontMatterAndRoles' : 'frontMatter')];
  }
}

/** A file that begins as one of API requests does, and cannot be read as one. */
export function unreadableRequests({ l10n }: Words): string {
  return l10n.t(
    'It seems to hold API requests, but cannot be read as such, perhaps because its JSON is not whole: it is counted as a text.',
  );
}

/** What of a prompt file is not counted. */
export function notSentNote({ l10n }: Words, part: 'frontMatter' | 'frontMatterAndRoles'): string {
  return part === 'frontMatter'
    ? l10n.t('The front matter is not counted: it is not sent.')
    : l10n.t('Front matter and role lines are not counted: they are not sent as text.');
}

/** "Base64 files in the text, counted as the text that they are written as: 2". */
export function base64Note(words: Words, count: number): string {
  const { l10n } = words;
  const number = showNumber(words, count);
  return l10n.t(
    'Base64 files within the text, counted as text; sent as pictures they would have other tokens: {0}',
    number,
  );
}
