import { Position } from 'vscode';
import { sentFrom } from '../../core/files/sentText';
import { lengthOf } from './documentText';
import { kindOf, linesOf } from './sentRanges';
import type { TextSubject } from './subject';

/** Offsets of the counted parts of a document; role lines, which hold no placeholders, are not left out. */
export function sentOffsets({
  document,
  selections,
}: Pick<TextSubject, 'document' | 'selections'>): readonly (readonly [number, number])[] {
  if (selections.length === 0) {
    const line = sentFrom(linesOf(document), kindOf(document));
    const start = line < document.lineCount ? document.offsetAt(new Position(line, 0)) : Infinity;
    const end = lengthOf(document);
    return [[Math.min(start, end), end]];
  }
  return selections.map(({ start, end }) => [document.offsetAt(start), document.offsetAt(end)]);
}
