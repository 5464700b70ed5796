import { Position, Range, type TextDocument } from 'vscode';
import type { TextSubject } from './subject';

/** Roughly how much text is taken from the document at once. */
const PIECE_CHARACTERS = 8192;

/** The parts of a subject, each a range whose tokens are summed. */
export function subjectRanges({ document, selections }: TextSubject): readonly Range[] {
  if (selections.length > 0) return selections;
  const end = document.lineAt(document.lineCount - 1).range.end;
  return [new Range(new Position(0, 0), end)];
}

/** The text of a range, read piece by piece so that a large document is never copied whole. */
export function* readPieces(document: TextDocument, range: Range): Generator<string> {
  let offset = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  while (offset < end) {
    const next = Math.min(end, offset + PIECE_CHARACTERS);
    yield document.getText(new Range(document.positionAt(offset), document.positionAt(next)));
    offset = next;
  }
}
