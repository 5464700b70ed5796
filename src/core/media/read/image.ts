import { imageSize } from 'image-size';
import type { Size } from '../families/family';

/** Of the formats that models take, and those that programs convert to them: never SVG, which is text. */
const TYPES: ReadonlySet<string | undefined> = new Set([
  'png',
  'jpg',
  'gif',
  'webp',
  'heif',
  'heic',
  'avif',
  'bmp',
  'tiff',
]);

/** Bytes at the start by which a format is told; `image-size` is not asked about others. */
const STARTS =
  /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|....ftyp(?:avi|hei|he[vi]|mif|msf)|BM|II\*\0|MM\0\*)/s;

/** Whether bytes begin as a picture. */
export function isImage(bytes: Uint8Array): boolean {
  return STARTS.test(String.fromCharCode(...bytes.subarray(0, 16)));
}

/** The size of a picture as it is shown; undefined if the bytes end before it, or are damaged. */
export function imageSizeOf(bytes: Uint8Array): Size | undefined {
  try {
    const { width, height, orientation = 1, type } = imageSize(bytes);
    if (!TYPES.has(type) || !(width > 0) || !(height > 0)) return undefined;
    // A camera that was held upright: rows are columns.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}
