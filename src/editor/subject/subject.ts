import type { NotebookDocument, Selection, TextDocument, Uri } from 'vscode';
import type { UnreadableReason } from '../../wording/subject';

/** Text of one document that is priced: all non-empty selections, or else the whole document. */
export interface TextSubject {
  readonly kind: 'text';
  readonly document: TextDocument;
  /** The document's version when the subject was taken. */
  readonly version: number;
  /** The document's language then: estimates depend on it. */
  readonly languageId: string;
  /** Non-empty; no selections: the whole document. */
  readonly selections: readonly Selection[];
  /** The notebook that the document is a cell of. */
  readonly notebook?: NotebookDocument | undefined;
  /** Which side of a comparison of two documents it is. */
  readonly side?: DiffSide | undefined;
}

/** Cells of a notebook that are priced; their outputs are not. */
export interface NotebookSubject {
  readonly kind: 'notebook';
  readonly notebook: NotebookDocument;
  /** Whether all cells are meant, or those that are selected. */
  readonly isWhole: boolean;
  /** Each a whole cell. */
  readonly cells: readonly TextSubject[];
  /** Cells that are meant but not counted, because of their language. */
  readonly leftOut: number;
}

/** A file that is shown but of which VS Code gives extensions no text. */
export interface UnreadableSubject {
  readonly kind: 'unreadable';
  readonly uri: Uri;
  readonly reason: UnreadableReason;
}

export type DiffSide = 'original' | 'modified';

/** What can be counted and priced. */
export type CountableSubject = TextSubject | NotebookSubject;

export type Subject = CountableSubject | UnreadableSubject;

/** A document, or some of it, as it stands now. */
export function textOf(
  document: TextDocument,
  selections: readonly Selection[],
  about: Pick<TextSubject, 'notebook' | 'side'> = {},
): TextSubject {
  return {
    kind: 'text',
    document,
    version: document.version,
    languageId: document.languageId,
    selections: selections.filter((selection) => !selection.isEmpty),
    ...about,
  };
}

/** The documents of a subject, which are counted each on its own. */
export function subjectParts(subject: CountableSubject): readonly TextSubject[] {
  return subject.kind === 'text' ? [subject] : subject.cells;
}

/** Whether nothing was changed since the subject was taken. */
export function isCurrent(subject: Subject): boolean {
  return subject.kind === 'unreadable' || subjectParts(subject).every(isUnchanged);
}

/** Whether the document is as it was when the subject was taken. */
export function isUnchanged({ document, version }: TextSubject): boolean {
  return document.version === version;
}

/** A name for people: the last part of the path, or the untitled document's own name. */
export function subjectName(subject: Subject): string {
  const { path } = subjectUri(subject);
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

/** The address of what is shown: for a cell its notebook's. */
export function subjectUri(subject: Subject): Uri {
  switch (subject.kind) {
    case 'text':
      return subject.notebook?.uri ?? subject.document.uri;
    case 'notebook':
      return subject.notebook.uri;
    case 'unreadable':
      return subject.uri;
  }
}

/** What settings can be asked for. */
export type SettingsScope = TextDocument | Uri;

/** What settings hold for a subject: those of the language too where it is one document. */
export function settingsScope(subject: CountableSubject): SettingsScope {
  return subject.kind === 'text' && !subject.notebook ? subject.document : subjectUri(subject);
}

/** A subject without the parts in some languages; undefined when that leaves nothing. */
export function withoutLanguages(
  subject: CountableSubject,
  languageIds: readonly string[],
): CountableSubject | undefined {
  const isCounted = ({ languageId }: TextSubject): boolean => !languageIds.includes(languageId);
  if (subject.kind === 'text') return isCounted(subject) ? subject : undefined;
  const cells = subject.cells.filter(isCounted);
  if (cells.length === subject.cells.length) return subject;
  const leftOut = subject.cells.length - cells.length;
  return cells.length === 0 ? undefined : { ...subject, cells, leftOut };
}

/** Whether two subjects are the same text, so that nothing has to be counted again. */
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
  // Which end the cursor is at does not matter.
  return a.start.isEqual(b.start) && a.end.isEqual(b.end);
}
