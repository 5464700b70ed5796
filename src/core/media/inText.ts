/** A base64 file within a text: offsets of its first character and behind its last one. */
export interface Base64File {
  readonly start: number;
  readonly end: number;
}

/** A shorter one may be an example, and adds few tokens: characters. */
const FEWEST = 100;

/** Most texts have none of these, with which base64 of files begins. The slashes of JSON may be escaped. */
const SIGNS = [
  ';base64,',
  'iVBORw0KGgo',
  '/9j/',
  '\\/9j\\/',
  'R0lGOD',
  'UklGR',
  'JVBERi0',
  'SUQz',
  'T2dnUw',
  'ZkxhQ',
  'Z0eXB',
] as const;

/** The first bytes of files in base64. The formats are read elsewhere (`read/`), which an editor need not load for this. */
const HEADS = [
  // PNG, JPEG, GIF87a and GIF89a
  'iVBORw0KGgo',
  String.raw`\/9j\/`,
  String.raw`\\\/9j\\\/`,
  'R0lGOD[dl]h',
  // WebP and WAV, with their length
  String.raw`UklGR[\w+/]{6}X(?:RUJQ|QVZF)`,
  'JVBERi0',
  // MP3 with tags of version 2 to 4
  'SUQz(?:AgA|AwA|BAA)',
  // Ogg, FLAC
  'T2dnUwAC',
  'ZkxhQ[\\w+/]',
  // MP4, HEIC and AVIF, with the length of their first box
  String.raw`AAAA[\w+/][GWm2]Z0eXB`,
].join('|');

const URL_HEAD = String.raw`data:[\w.+-]+\\?\/[\w.+-]+(?:;[\w=."-]+)*;base64,`;

const START = new RegExp(String.raw`${URL_HEAD}|(?<![\w+/=-])(?:${HEADS})`, 'g');

/** A run of characters, and what may stand between two: an escaped slash, or the end of a line of 60 or more. */
const RUN = /[\w+/%-]+={0,2}/y;
const ESCAPED_SLASH = /(?:\\\/)+/y;
const LINE_END = /(?:\r?\n|(?:\\r)?\\n)(?=[\w+/\\]{20})/y;
const SHORTEST_LINE = 60;

/**
 * Base64 files within a text: data: URLs of any type, and base64 whose first bytes are those of a picture, PDF, recording
 * or film. To a model they are text, which its vocabulary cuts into short pieces.
 *
 * Worked example: '{"image":"data:image/png;base64,iVBORw0KGgo…"}' has one, from `data:` up to the quote.
 */
export function base64In(text: string): readonly Base64File[] {
  if (text.length < FEWEST || !SIGNS.some((sign) => text.includes(sign))) return [];
  const files: Base64File[] = [];
  const start = new RegExp(START);
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const from = found[0].startsWith('data:') ? start.lastIndex : found.index;
    const end = endOf(text, from);
    start.lastIndex = Math.max(end, start.lastIndex);
    if (end - from >= FEWEST) files.push({ start: found.index, end });
  }
  return files;
}

/** Number of base64 files in a text: a model reads their characters, not the files in them. */
export function countBase64(text: string): number {
  return base64In(text).length;
}

/** A text without the base64 files in it. */
export function withoutBase64(text: string, files: readonly Base64File[]): string {
  let [rest, at] = ['', 0];
  for (const { start, end } of files) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

function endOf(text: string, from: number): number {
  let [end, lineStart] = [from, from];
  const passes = (mark: RegExp): boolean => {
    mark.lastIndex = end;
    if (!mark.test(text)) return false;
    end = mark.lastIndex;
    return true;
  };
  for (;;) {
    if (passes(RUN) || passes(ESCAPED_SLASH)) continue;
    if (end - lineStart < SHORTEST_LINE || !passes(LINE_END)) return end;
    lineStart = end;
  }
}
