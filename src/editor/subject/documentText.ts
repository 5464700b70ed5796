import { Range, type TextDocument } from 'vscode';

/** The length of a document in UTF-16 code units, line ends included. */
export function lengthOf(document: TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

/** The text between two offsets in UTF-16 code units; either may lie between a CR and its LF. */
export function readDocument(document: TextDocument, start: number, end: number): string {
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  // VS Code moves a position within a line end to before it.
  const extra = start - document.offsetAt(from);
  const missing = end - document.offsetAt(to);
  const text = document.getText(new Range(from, to)).slice(extra);
  return missing > 0 ? `${text}\r` : text;
}
