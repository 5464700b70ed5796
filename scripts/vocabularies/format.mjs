// The file format of a vocabulary. src/core/tokens/engine/vocabulary.ts reads it.

const HEADER_BYTES = 16;
// Padding, so that the reader can read the last token in whole words without a copy.
const TRAILING_BYTES = 8;

/**
 * 'ASV1'; number of tokens, number of token bytes, checksum (each 32-bit little-endian); one length byte per token; all
 * token bytes; eight zeros, and zeros up to a multiple of four.
 * @param {Uint8Array[]} tokens in rank order
 * @returns {Uint8Array}
 */
export function packVocabulary(tokens) {
  const byteCount = tokens.reduce((sum, token) => sum + token.length, 0);
  const used = HEADER_BYTES + tokens.length + byteCount + TRAILING_BYTES;
  const packed = new Uint8Array(Math.ceil(used / 4) * 4);
  const view = new DataView(packed.buffer);
  packed.set(new TextEncoder().encode('ASV1'));
  view.setUint32(4, tokens.length, true);
  view.setUint32(8, byteCount, true);
  let offset = HEADER_BYTES + tokens.length;
  for (const [rank, token] of tokens.entries()) {
    if (token.length === 0 || token.length > 255)
      throw new Error(`token ${rank}: ${token.length} bytes`);
    packed[HEADER_BYTES + rank] = token.length;
    packed.set(token, offset);
    offset += token.length;
  }
  view.setUint32(12, checksum(view), true);
  return packed;
}

/**
 * FNV-1a over the 32-bit words after the header. A change of any single word changes the checksum.
 * @param {DataView} view
 */
function checksum(view) {
  let hash = 0x811c9dc5 | 0;
  for (let offset = HEADER_BYTES; offset < view.byteLength; offset += 4) {
    hash = Math.imul(hash ^ view.getInt32(offset, true), 0x01000193);
  }
  return hash >>> 0;
}
