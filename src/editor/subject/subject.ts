import type { NotebookDocument, Selection, TextDocument, Uri } from 'vscode';
import type { Beside } from '../../core/estimate/counts/beside';
import { languageOfOpen } from '../../core/files/languageOfPath';
import { lastName } from '../../core/files/paths';
import { isEqual } from '../../core/isEqual';
import type { MediaPart } from '../../core/media/part';
import type { Words } from '../../wording/words';
import type { UnreadableReason } from '../../wording/subject';

/** The priced text of one document: its non-empty selections, or without any the whole document. */
export interface TextSubject {
  readonly kind: 'text';
  readonly document: TextDocument;
  /** The document's version when the subject was taken. */
  readonly version: number;
  /** The document's language then; it chooses the factors of estimated models. */
  readonly languageId: string;
  /** Non-empty; no selections: the whole document. */
  readonly selections: readonly Selection[];
  /** The notebook that the document is a cell of. */
  readonly notebook?: NotebookDocument | undefined;
  /** The document's side in a diff editor. */
  readonly side?: DiffSide | undefined;
}

/** The priced cells of a notebook, without their outputs. */
export interface NotebookSubject {
  readonly kind: 'notebook';
  readonly notebook: NotebookDocument;
  /** Whether all cells are priced, or only the selected ones. */
  readonly isWhole: boolean;
  /** Each a whole cell. */
  readonly cells: readonly TextSubject[];
  /** Number of cells not counted because of their language. */
  readonly leftOut: number;
}

/** A picture, PDF, recording or film that is shown, as input of a model. */
export interface MediaSubject {
  readonly kind: 'media';
  readonly uri: Uri;
  readonly part: MediaPart;
  readonly beside: Beside;
  /** "A picture of 1,024 × 768 pixels, counted as input by each vendor's formula." */
  readonly describe: (words: Words) => string;
}

/** A file that is shown but whose text VS Code gives no extension. */
export interface UnreadableSubject {
  readonly kind: 'unreadable';
  readonly uri: Uri;
  readonly reason: UnreadableReason;
}

/** A file without a text document. */
export type TextlessSubject = MediaSubject | UnreadableSubject;

export type DiffSide = 'original' | 'modified';

export type CountableSubject = TextSubject | NotebookSubject | MediaSubject;

export type Subject = CountableSubject | UnreadableSubject;

/** The document's selections, or without any the whole document, at its current version. */
export function textOf(
  document: TextDocument,
  selections: readonly Selection[],
  about: Pick<TextSubject, 'notebook' | 'side'> = {},
): TextSubject {
  return {
    kind: 'text',
    document,
    version: document.version,
    languageId: languageOfOpen(document.uri.path, document.languageId),
    selections: selections.filter((selection) => !selection.isEmpty),
    ...about,
  };
}

/** The documents of a subject; each is counted on its own. */
export function subjectParts(subject: CountableSubject): readonly TextSubject[] {
  switch (subject.kind) {
    case 'text':
      return [subject];
    case 'notebook':
      return subject.cells;
    case 'media':
      return [];
  }
}

/** Whether no document has changed since the subject was taken. */
export function isCurrent(subject: Subject): boolean {
  return subject.kind === 'unreadable' || subjectParts(subject).every(isUnchanged);
}

/** Whether the document is as it was when the subject was taken. */
export function isUnchanged({ document, version }: TextSubject): boolean {
  return document.version === version;
}

/** The file name, or the name of an untitled document. */
export function subjectName(subject: Subject): string {
  return lastName(subjectUri(subject).path);
}

/** The URI of the shown file: of a cell, its notebook's. */
export function subjectUri(subject: Subject): Uri {
  switch (subject.kind) {
    case 'text':
      return subject.notebook?.uri ?? subject.document.uri;
    case 'notebook':
      return subject.notebook.uri;
    case 'media':
    case 'unreadable':
      return subject.uri;
  }
}

/** Settings can differ by file and by language. */
export type SettingsScope = TextDocument | Uri;

/** The scope of a subject's settings: a document, so that its language counts, or the URI of a notebook. */
export function settingsScope(subject: CountableSubject): SettingsScope {
  return subject.kind === 'text' && !subject.notebook ? subject.document : subjectUri(subject);
}

/** The subject without its parts in some languages; undefined if none is left. */
export function withoutLanguages(
  subject: CountableSubject,
  languageIds: readonly string[],
): CountableSubject | undefined {
  const isCounted = ({ languageId }: TextSubject): boolean => !languageIds.includes(languageId);
  if (subject.kind === 'text') return isCounted(subject) ? subject : undefined;
  if (subject.kind === 'media') return subject;
  const cells = subject.cells.filter(isCounted);
  if (cells.length === subject.cells.length) return subject;
  const leftOut = subject.cells.length - cells.length;
  return cells.length === 0 ? undefined : { ...subject, cells, leftOut };
}

/** Whether two subjects are the same text at the same version. */
export function isSameSubject(a: Subject | undefined, b: Subject | undefined): boolean {
  if (a?.kind === 'text' && b?.kind === 'text') return isSameText(a, b);
  if (a?.kind === 'notebook' && b?.kind === 'notebook') {
    return (
      a.notebook === b.notebook &&
      a.isWhole === b.isWhole &&
      a.leftOut === b.leftOut &&
      isSameList(a.cells, b.cells, isSameText)
    );
  }
  if (a?.kind === 'media' && b?.kind === 'media') {
    return a.uri.toString() === b.uri.toString() && isEqual(a.part, b.part);
  }
  if (a?.kind === 'unreadable' && b?.kind === 'unreadable') {
    return a.uri.toString() === b.uri.toString() && a.reason === b.reason;
  }
  return a === b;
}

function isSameText(a: TextSubject, b: TextSubject): boolean {
  return (
    a.document === b.document &&
    a.version === b.version &&
    a.languageId === b.languageId &&
    a.side === b.side &&
    isSameList(a.selections, b.selections, isSameRange)
  );
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((each, index) => {
      const other = b[index];
      return other !== undefined && isSame(each, other);
    })
  );
}

function isSameRange(a: Selection, b: Selection): boolean {
  // The direction of a selection does not matter.
  return a.start.isEqual(b.start) && a.end.isEqual(b.end);
}
