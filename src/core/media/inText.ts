import { readBase64 } from './read/read';

/** A base64 file within a text: offsets of its first character and behind its last one. */
export interface Base64File {
  readonly start: number;
  readonly end: number;
}

/** A shorter one may be an example, and adds few tokens: characters. */
const FEWEST = 100;

/**
 * What a file of a known kind begins with in base64: PNG, JPEG, GIF, RIFF (WebP, WAV), PDF, MP3 with tags, Ogg, FLAC, and
 * within its first characters MP4.
 */
const HEADS = [
  'iVBORw0KGgo',
  '/9j/',
  'R0lGOD',
  'UklGR',
  'JVBERi0',
  'SUQz',
  'T2dnUw',
  'ZkxhQ',
  'GZ0eXB',
] as const;

/** Most texts have none of these. The slashes of JSON may be escaped. */
const SIGNS = [';base64,', '\\/9j\\/', ...HEADS] as const;

const START =
  /data:[\w.+-]+\\?\/[\w.+-]+(?:;[\w=."-]+)*;base64,|(?<![\w+/=-])(?:iVBORw0KGgo|\/9j\/|\\\/9j\\\/|R0lGOD|UklGR|JVBERi0|SUQz|T2dnUw|ZkxhQ|AAAA[\w+]{1,2}GZ0eXB)/g;

/** A run of characters, and what may stand between two: an escaped slash, or the end of a line of 60 or more. */
const RUN = /[\w+/%-]+={0,2}/y;
const ESCAPED_SLASH = /(?:\\\/)+/y;
const LINE_END = /(?:\r?\n|(?:\\r)?\\n)(?=[\w+/\\]{20})/y;
const SHORTEST_LINE = 60;

/** Bytes that tell what a file is have no more characters. */
const HEAD_LENGTH = 400;

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
    const isUrl = found[0].startsWith('data:');
    const from = isUrl ? start.lastIndex : found.index;
    const end = endOf(text, from);
    start.lastIndex = Math.max(end, start.lastIndex);
    if (end - from >= FEWEST && (isUrl || isFile(text.slice(from, end))))
      files.push({ start: found.index, end });
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

function isFile(base64: string): boolean {
  return readBase64(base64.slice(0, HEAD_LENGTH).replace(/\\[rn]?/g, '')) !== undefined;
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
