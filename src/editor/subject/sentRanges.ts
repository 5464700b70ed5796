import { Position, Range, type TextDocument } from 'vscode';
import { sentLines, type FileKind } from '../../core/files/sentText';
import type { Lines } from '../../core/files/promptSections';
import type { Sliced } from '../../core/scheduling/sliced';

/** The ranges of a document that are sent to a model; undefined: all of it. */
export function* sentRanges(document: TextDocument): Sliced<readonly Range[] | undefined> {
  const ranges = yield* sentLines(linesOf(document), kindOf(document));
  return ranges?.map(({ start, end }) => rangeOfLines(document, start, end));
}

/** From the start of a line to the end of the line before `end`. */
export function rangeOfLines(document: TextDocument, start: number, end: number): Range {
  const from = new Position(start, 0);
  return start === end
    ? new Range(from, from)
    : new Range(from, document.lineAt(end - 1).range.end);
}

export function linesOf(document: TextDocument): Lines {
  return { count: document.lineCount, at: (line) => document.lineAt(line).text };
}

export function kindOf({ uri, languageId }: TextDocument): FileKind {
  return { path: uri.path, languageId };
}
