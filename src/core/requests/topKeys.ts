import type { Sliced } from '../scheduling/sliced';

const MARK = /["{}[\]]/g;

const SLICE_MARKS = 0x1000;

/** More brackets and strings than this do not stand before what a request begins with. */
const MOST_MARKS = 100_000;

/**
 * Whether an object, or the first object of a list, has one of some keys. It is asked of each JSON file, so that the
 * large ones that hold no request are not parsed.
 */
export function* hasTopKey(text: string, keys: ReadonlySet<string>): Sliced<boolean> {
  const open = /^\s*(?:\[\s*)?\{/.exec(text)?.[0];
  if (open === undefined) return false;
  const keyDepth = open.includes('[') ? 2 : 1;
  const mark = new RegExp(MARK);
  let depth = 0;
  for (let marks = 0; marks < MOST_MARKS; marks++) {
    if (marks % SLICE_MARKS === SLICE_MARKS - 1) yield;
    const found = mark.exec(text);
    if (!found) return false;
    if (found[0] === '"') {
      const end = stringEnd(text, found.index);
      if (end < 0) return false;
      mark.lastIndex = end + 1;
      if (depth === keyDepth && isKey(text, found.index, end, keys)) return true;
    } else if (found[0] === '{' || found[0] === '[') depth++;
    else if (--depth < keyDepth) return false;
  }
  return false;
}

function isKey(text: string, start: number, end: number, keys: ReadonlySet<string>): boolean {
  return keys.has(text.slice(start + 1, end)) && /^\s*:/.test(text.slice(end + 1, end + 20));
}

/** @returns offset of the closing quote; -1: there is none. */
function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - backslashes - 1] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
