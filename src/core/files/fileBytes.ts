/** What the first bytes of a file say about its text. */
export type Sniffed = 'utf8' | 'utf-16le' | 'utf-16be' | 'binary' | 'unknown';

/** VS Code looks at so many bytes for UTF-16 without a byte order mark. */
const UTF16_SNIFF_BYTES = 512;
/** A zero byte within so many makes a file binary, as for git. */
const BINARY_SNIFF_BYTES = 8192;

/**
 * Tells by byte order marks and zero bytes what a file is, as VS Code does when it opens one. Without
 * either it is `unknown`: the setting `files.encoding` says then how to read it.
 */
export function sniffBytes(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (!bytes.subarray(0, BINARY_SNIFF_BYTES).includes(0)) return 'unknown';
  return sniffUtf16(bytes.subarray(0, UTF16_SNIFF_BYTES)) ?? 'binary';
}

/** Text of mostly ASCII letters in UTF-16 has a zero in every second byte and nowhere else. */
function sniffUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (!bytes.includes(0)) return undefined;
  const hasZeros = (first: 0 | 1): boolean =>
    bytes.every((byte, index) => (index % 2 === first) === (byte === 0));
  if (hasZeros(1)) return 'utf-16le';
  return hasZeros(0) ? 'utf-16be' : undefined;
}

/** The text without its byte order mark; bytes that the encoding does not know become U+FFFD. */
export function decodeBytes(bytes: Uint8Array, encoding: 'utf8' | 'utf-16le' | 'utf-16be'): string {
  return new TextDecoder(encoding).decode(bytes);
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
