import type { MediaPart } from '../part';
import { decodeBase64 } from './base64';
import { imageSizeOf, isImage } from './image';
import { isPdf, pagesOf } from './pdf';
import { readTimed } from './sound';

/**
 * What bytes are, with the size that their header has. Undefined if they are no picture, PDF, recording or film.
 *
 * Worked example: a PNG of 800 × 600 pixels is { kind: 'image', width: 800, height: 600 }.
 */
export function readMedia(bytes: Uint8Array): MediaPart | undefined {
  if (isImage(bytes)) return { kind: 'image', ...imageSizeOf(bytes) };
  if (isPdf(bytes)) return documentOf(pagesOf(bytes));
  const timed = readTimed(bytes);
  if (!timed) return undefined;
  const { kind, seconds } = timed;
  return seconds === undefined ? { kind } : { kind, seconds };
}

function documentOf(pages: number | undefined): MediaPart {
  return pages === undefined ? { kind: 'document' } : { kind: 'document', pages };
}

/** Bytes that tell what a file is; most pictures have their size in them. */
const HEAD = 4096;

/** Cameras write previews and profiles before the size. */
const LONG_HEAD = 1_000_000;

/** As `readMedia`, of base64: of a picture no more is decoded than its size needs. */
export function readBase64(text: string): MediaPart | undefined {
  const head = decodeBase64(text, HEAD);
  if (!isImage(head)) return readMedia(decodeBase64(text));
  const size = imageSizeOf(head) ?? imageSizeOf(decodeBase64(text, LONG_HEAD));
  return { kind: 'image', ...(size ?? imageSizeOf(decodeBase64(text))) };
}
