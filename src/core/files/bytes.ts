import type { Sliced } from '../tokens/sliced';

/** What the first bytes of a file say about its text. */
export type Sniffed = 'utf8' | 'utf-16le' | 'utf-16be' | 'binary' | 'unknown';

/** VS Code looks at so many bytes for zeros: they make a file binary, or UTF-16 without a byte order mark. */
const SNIFFED_BYTES = 512;

/** Bytes decoded in a slice: about a millisecond. */
const DECODED_BYTES = 0x40000;

/**
 * Tells by byte order marks and zero bytes what a file is, as VS Code does when it opens one. Without
 * either it is `unknown`: the setting `files.encoding` says then how to read it.
 */
export function sniffBytes(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const start = bytes.subarray(0, SNIFFED_BYTES);
  return start.includes(0) ? (sniffUtf16(start) ?? 'binary') : 'unknown';
}

/** Text of mostly ASCII letters in UTF-16 has a zero in every second byte and nowhere else. */
function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const hasZeros = (first: 0 | 1): boolean =>
    bytes.every((byte, index) => (index % 2 === first) === (byte === 0));
  if (hasZeros(1)) return 'utf-16le';
  return hasZeros(0) ? 'utf-16be' : undefined;
}

/**
 * The text without its byte order mark, in slices; bytes that the encoding does not know become U+FFFD.
 */
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
