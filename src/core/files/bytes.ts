import type { Sliced } from '../scheduling/sliced';

/** An encoding detected from the first bytes of a file. `unknown`: the setting `files.encoding` decides. */
export type DetectedEncoding = 'utf8' | 'utf-16le' | 'utf-16be' | 'binary' | 'unknown';

/** VS Code looks for zero bytes in this many bytes. */
const INSPECTED_BYTES = 512;

/** Bytes decoded in one slice: about a millisecond. */
const DECODED_BYTES = 0x40000;

/** Detects an encoding from byte order marks and zero bytes, as VS Code does when it opens a file. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const start = bytes.subarray(0, INSPECTED_BYTES);
  return start.includes(0) ? (detectUtf16(start) ?? 'binary') : 'unknown';
}

/** ASCII text in UTF-16 has a zero in every second byte and nowhere else. */
function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const hasZeros = (first: 0 | 1): boolean =>
    bytes.every((byte, index) => (index % 2 === first) === (byte === 0));
  if (hasZeros(1)) return 'utf-16le';
  return hasZeros(0) ? 'utf-16be' : undefined;
}

/** Decodes a text in slices, without its byte order mark. Invalid bytes become U+FFFD. */
export function* decodeBytes(
  bytes: Uint8Array,
  encoding: 'utf8' | 'utf-16le' | 'utf-16be',
): Sliced<string> {
  const decoder = new TextDecoder(encoding);
  let text = '';
  for (let start = 0; start < bytes.length; start += DECODED_BYTES) {
    if (start > 0) yield;
    text += decoder.decode(bytes.subarray(start, start + DECODED_BYTES), { stream: true });
  }
  return text + decoder.decode();
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
