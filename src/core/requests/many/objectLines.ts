import type { Sliced } from '../../scheduling/sliced';

/** Quotes, brackets and ends of lines. */
const MARK = /["{}[\]\n]/g;

const SLICE_MARKS = 0x1000;

/** The lines, from 1, on which the objects begin that have so many objects and lists around them. */
export function* linesOfObjects(text: string, depth: number): Sliced<readonly number[]> {
  const found: number[] = [];
  const mark = new RegExp(MARK);
  let [line, at] = [1, 0];
  for (let marks = 1; ; marks++) {
    if (marks % SLICE_MARKS === 0) yield;
    const next = mark.exec(text);
    if (!next) return found;
    const [sign] = next;
    if (sign === '\n') line++;
    else if (sign === '"') {
      const end = endOfText(text, next.index);
      if (end < 0) return found;
      mark.lastIndex = end;
    } else if (sign === '{' || sign === '[') {
      if (at === depth && sign === '{') found.push(line);
      at++;
    } else at--;
  }
}

const TEXT_END = /["\\]/g;

/** @returns offset after the closing quote; -1: there is none. */
function endOfText(text: string, start: number): number {
  const mark = new RegExp(TEXT_END);
  mark.lastIndex = start + 1;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (found[0] === '"') return found.index + 1;
    mark.lastIndex = found.index + 2;
  }
  return -1;
}
