import type { Selection, TextDocument, TextEditor, Uri } from 'vscode';

/** Text that is priced: all non-empty selections of one editor, or else its whole document. */
export interface TextSubject {
  readonly kind: 'text';
  readonly document: TextDocument;
  /** The document's version when the subject was taken. */
  readonly version: number;
  /** The document's language then: estimates depend on it. */
  readonly languageId: string;
  /** Non-empty; no selections: the whole document. */
  readonly selections: readonly Selection[];
}

/** A file that is shown but of which VS Code gives extensions no text. */
export interface UnreadableSubject {
  readonly kind: 'unreadable';
  readonly uri: Uri;
  readonly reason: 'tooLarge';
}

export type Subject = TextSubject | UnreadableSubject;

export function subjectOf({ document, selections }: TextEditor): TextSubject {
  return {
    kind: 'text',
    document,
    version: document.version,
    languageId: document.languageId,
    selections: selections.filter((selection) => !selection.isEmpty),
  };
}

/** A name for people: the last part of the path, or the untitled document's own name. */
export function subjectName(subject: Subject): string {
  const { path } = subjectUri(subject);
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

export function subjectUri(subject: Subject): Uri {
  return subject.kind === 'text' ? subject.document.uri : subject.uri;
}

/** Whether two subjects are the same text, so that nothing has to be counted again. */
export function isSameSubject(a: Subject | undefined, b: Subject | undefined): boolean {
  if (a?.kind === 'text' && b?.kind === 'text') {
    return (
      a.document === b.document &&
      a.version === b.version &&
      a.languageId === b.languageId &&
      a.selections.length === b.selections.length &&
      a.selections.every((selection, index) => isSameRange(selection, b.selections[index]))
    );
  }
  if (a?.kind === 'unreadable' && b?.kind === 'unreadable') {
    return a.uri.toString() === b.uri.toString();
  }
  return a === b;
}

function isSameRange(a: Selection, b: Selection | undefined): boolean {
  // Which end the cursor is at does not matter.
  return b !== undefined && a.start.isEqual(b.start) && a.end.isEqual(b.end);
}
