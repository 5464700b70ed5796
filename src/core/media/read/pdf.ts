import { unzlibSync } from 'fflate/browser';

const PAGE = /\/Type\s*\/Page(?![A-Za-z])/g;
const PAGES = /\/Type\s*\/Pages(?![A-Za-z])/g;
const COUNT = /\/Count\s+(\d+)/;
const OBJECT_STREAM = /\/Type\s*\/ObjStm(?![A-Za-z])/g;
const FIRST_PAGES = /\/Linearized\b[^>]{0,400}?\/N\s+(\d+)/;

/** A dictionary of the page tree that names many pages is longer than this only in a damaged file. */
const LONGEST_TREE = 200_000;

/** Object streams are small; these limits hold for hostile files. */
const MOST_STREAMS = 200;
const MOST_INFLATED = 4_000_000;

/** Whether bytes begin as a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 1024)).trimStart().startsWith('%PDF-');
}

/**
 * The number of pages of a PDF: what its page tree says, else the number of its pages. Newer files have the tree in
 * compressed objects. Undefined if neither can be read, as in an encrypted file.
 *
 * ISO 32000-1, 7.7.3 (page tree), 7.5.7 (object streams), annex F (linearized files).
 */
export function pagesOf(bytes: Uint8Array): number | undefined {
  const text = latin(bytes);
  const linearized = FIRST_PAGES.exec(text.slice(0, 2048))?.[1];
  if (linearized !== undefined) return Number(linearized);
  return pagesIn(text) ?? pagesIn(objectStreams(bytes, text));
}

function pagesIn(text: string): number | undefined {
  const counts = [...text.matchAll(PAGES)].map(({ index }) => countAt(text, index));
  const most = Math.max(0, ...counts);
  const pages = most > 0 ? most : [...text.matchAll(PAGE)].length;
  return pages > 0 ? pages : undefined;
}

/** The count of the dictionary around a place. */
function countAt(text: string, place: number): number {
  const start = Math.max(0, text.lastIndexOf('<<', place));
  const end = text.indexOf('>>', place);
  const until = Math.min(end < 0 ? text.length : end, start + LONGEST_TREE);
  return Number(COUNT.exec(text.slice(start, until))?.[1] ?? 0);
}

/** The text of all object streams. */
function objectStreams(bytes: Uint8Array, text: string): string {
  const found = [...text.matchAll(OBJECT_STREAM)].slice(0, MOST_STREAMS);
  const out = new Uint8Array(found.length === 0 ? 0 : MOST_INFLATED);
  return found.map(({ index }) => inflateAt(bytes, text, index, out)).join('\n');
}

/** @param out is written over; what does not fit is left out. */
function inflateAt(bytes: Uint8Array, text: string, place: number, out: Uint8Array): string {
  const keyword = text.indexOf('stream', text.indexOf('>>', place));
  const end = text.indexOf('endstream', keyword);
  if (keyword < 0 || end < 0) return '';
  const start = keyword + (text.startsWith('\r\n', keyword + 6) ? 8 : 7);
  try {
    return latin(unzlibSync(bytes.subarray(start, end), { out }));
  } catch {
    return '';
  }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
