import { parseJson } from '../../json';
import type { Sliced } from '../../scheduling/sliced';

/** Quotes, brackets and ends of lines. */
const MARK = /["{}[\]\n]/g;

const SLICE_MARKS = 0x1000;

/** An object in the text of a JSON file. */
interface PlacedObject {
  /** On which it begins, from 1. */
  readonly line: number;
  readonly start: number;
  /** Offset after its last bracket. */
  end: number;
}

/** The objects that have so many objects and lists around them. */
export function* objectsAt(text: string, depth: number): Sliced<readonly PlacedObject[]> {
  const found: PlacedObject[] = [];
  const mark = new RegExp(MARK);
  let [line, at] = [1, 0];
  for (let marks = 1; ; marks++) {
    if (marks % SLICE_MARKS === 0) yield;
    const next = mark.exec(text);
    if (!next) return found;
    const [sign] = next;
    const { index } = next;
    if (sign === '\n') line++;
    else if (sign === '"') {
      const end = endOfText(text, index);
      if (end < 0) return found;
      mark.lastIndex = end;
    } else if (sign === '{' || sign === '[') {
      if (at === depth && sign === '{') found.push({ line, start: index, end: text.length });
      at++;
    } else {
      at--;
      const last = found.at(-1);
      if (at === depth && sign === '}' && last) last.end = index + 1;
    }
  }
}

/**
 * The values of a list of objects, parsed one by one: a long list parsed at once would block its host.
 *
 * @returns undefined if the text is another value, or no JSON.
 */
export function* parseObjects(text: string): Sliced<readonly unknown[] | undefined> {
  if (!/^\s*\[/.test(text)) return undefined;
  const objects = yield* objectsAt(text, 1);
  const values: unknown[] = [];
  let at = 0;
  for (const [index, { start, end }] of objects.entries()) {
    const before = index === 0 ? /^\s*\[\s*$/ : /^\s*,\s*$/;
    const value = before.test(text.slice(at, start))
      ? parseJson(text.slice(start, end))
      : undefined;
    if (value === undefined) return undefined;
    values.push(value);
    at = end;
    yield;
  }
  return values.length > 0 && /^\s*\]\s*$/.test(text.slice(at)) ? values : undefined;
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
