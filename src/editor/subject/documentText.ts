import { Range, type TextDocument } from 'vscode';

/** The length of a document in UTF-16 code units, line ends included. */
export function lengthOf(document: TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

/** A range of a document by offsets, exact also where one lies between a carriage return and its line feed. */
export function readDocument(document: TextDocument, start: number, end: number): string {
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  // A position cannot lie within a line end: it is moved before it.
  const extra = start - document.offsetAt(from);
  const missing = end - document.offsetAt(to);
  const text = document.getText(new Range(from, to)).slice(extra);
  return missing > 0 ? `${text}\r` : text;
}
