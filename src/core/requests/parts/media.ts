import { isRecord } from '../../json';
import type { Detail, MediaKind, MediaPart } from '../../media/part';
import { decodeBase64 } from '../../media/read/base64';
import { readBase64 } from '../../media/read/read';

/** A base64 file needs no more than this to be known. */
const LONGEST_TYPE = 200;

const DATA_URL = /^\s*data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=."-]+)*;base64,/i;

/**
 * A base64 file, also as a data: URL, by its bytes, else by its type. What is neither is nothing that models take.
 *
 * @param type as `image/png`.
 */
export function mediaOfData(data: unknown, type: unknown): MediaPart | undefined {
  const kind = kindOfType(type);
  return (typeof data === 'string' ? readFile(data) : undefined) ?? (kind && { kind });
}

/** A block whose name says what it has; its file is base64, or elsewhere: then its size is not known. */
export function mediaOfBlock(kind: MediaKind, block: unknown): MediaPart {
  const file = fileIn(block);
  const detail = detailIn(block);
  const part = (file === undefined ? undefined : readFile(file)) ?? { kind };
  return detail ? { ...part, detail } : part;
}

/** The text of a block whose file is one, as its data: URL says. */
export function textOfBlock(block: unknown): string | undefined {
  const file = fileIn(block);
  const head = file === undefined ? null : DATA_URL.exec(file.slice(0, LONGEST_TYPE));
  if (file === undefined || !head?.[1]?.toLowerCase().startsWith('text/')) return undefined;
  return new TextDecoder().decode(decodeBase64(file.slice(head[0].length)));
}

function readFile(text: string): MediaPart | undefined {
  const head = DATA_URL.exec(text.slice(0, LONGEST_TYPE))?.[0];
  // A URL, or the id of a file.
  if (head === undefined && /^[\w-]+:/.test(text.slice(0, LONGEST_TYPE))) return undefined;
  return readBase64(head === undefined ? text : text.slice(head.length));
}

/** Where APIs write a file; Bedrock, Anthropic and OpenAI nest it. */
const FILES = [
  'url',
  'data',
  'bytes',
  'file_data',
  'image_url',
  'audio_url',
  'video_url',
  'document_url',
  'file_url',
] as const;

const DEEPEST = 3;

function fileIn(value: unknown, depth = 0): string | undefined {
  if (!isRecord(value) || depth > DEEPEST) return undefined;
  for (const key of FILES) {
    const file = value[key];
    if (typeof file === 'string') return file;
  }
  for (const inner of Object.values(value)) {
    const file = fileIn(inner, depth + 1);
    if (file !== undefined) return file;
  }
  return undefined;
}

/**
 * `detail` of OpenAI and xAI, in the block or within; `mediaResolution` of Gemini.
 *
 * https://developers.openai.com/api/docs/guides/images-vision#choose-an-image-detail-level
 * https://ai.google.dev/gemini-api/docs/media-resolution
 */
const DETAILS: ReadonlyMap<unknown, Detail> = new Map<unknown, Detail>([
  ['low', 'low'],
  ['medium', 'medium'],
  ['high', 'high'],
  ['ultra_high', 'ultraHigh'],
  ['original', 'original'],
]);

function detailIn(block: unknown): Detail | undefined {
  if (!isRecord(block)) return undefined;
  const own = DETAILS.get(block['detail']);
  if (own) return own;
  return Object.values(block)
    .map((inner) => (isRecord(inner) ? DETAILS.get(inner['detail']) : undefined))
    .find((detail) => detail !== undefined);
}

/** @param value `MEDIA_RESOLUTION_HIGH`, or an object with it as its `level`. */
export function resolutionOf(value: unknown): Detail | undefined {
  const level = isRecord(value) ? value['level'] : value;
  if (typeof level !== 'string') return undefined;
  return DETAILS.get(level.toLowerCase().replace(/^media_resolution_/, ''));
}

function kindOfType(type: unknown): MediaKind | undefined {
  if (typeof type !== 'string') return undefined;
  const [first = ''] = type.toLowerCase().split('/');
  if (first === 'image' || first === 'audio' || first === 'video') return first;
  return first === 'text' || type.toLowerCase() === 'application/pdf' ? 'document' : undefined;
}
