import { finish, type Sliced } from '../../scheduling/sliced';

/** A vocabulary file has another format, is truncated or damaged. */
export class VocabularyError extends Error {
  override readonly name = 'VocabularyError';
}

/** The tokens of an encoding, rank 0 first. */
export interface Vocabulary {
  readonly tokenCount: number;
  /** Start of each token in `bytes`, then the end of the last one. */
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
  /** View of `bytes`; at least eight bytes follow the last token. */
  readonly view: DataView;
}

const HEADER_BYTES = 16;
const MAGIC = 0x31565341; // 'ASV1', little-endian
const TRAILING_BYTES = 8;

/** Bytes per slice of the checksum. */
const BLOCK = 0x40000;

/**
 * Reads a packed vocabulary (written by scripts/vocabularies/format.mjs). Keeps the bytes without a copy.
 * @param tokenLimit reads only the first `tokenLimit` tokens
 * @throws {VocabularyError} if the bytes are not a packed vocabulary
 */
export function parseVocabulary(packed: Uint8Array, tokenLimit?: number): Vocabulary {
  return finish(parseSliced(packed, tokenLimit));
}

/** `parseVocabulary` in slices. */
export function* parseSliced(packed: Uint8Array, tokenLimit = Infinity): Sliced<Vocabulary> {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new VocabularyError('not a packed vocabulary');
  }
  const packedTokens = view.getUint32(4, true);
  const start = HEADER_BYTES + packedTokens;
  const expected = Math.ceil((start + view.getUint32(8, true) + TRAILING_BYTES) / 4) * 4;
  if (packed.length !== expected) {
    throw new VocabularyError(`expected ${expected} bytes, found ${packed.length}`);
  }
  const sum = yield* checksum(view);
  if (sum !== view.getUint32(12, true)) throw new VocabularyError('wrong checksum');
  const tokenCount = Math.min(packedTokens, tokenLimit);
  return { tokenCount, offsets: readOffsets(packed, tokenCount, start), bytes: packed, view };
}

function readOffsets(packed: Uint8Array, tokenCount: number, start: number): Int32Array {
  const offsets = new Int32Array(tokenCount + 1);
  let offset = start;
  for (let rank = 0; rank < tokenCount; rank++) {
    offsets[rank] = offset;
    offset += packed[HEADER_BYTES + rank] as number;
  }
  offsets[tokenCount] = offset;
  return offsets;
}

/** FNV-1a over the words after the header. */
function* checksum(view: DataView): Sliced<number> {
  let hash = 0x811c9dc5 | 0;
  for (let from = HEADER_BYTES; from < view.byteLength; from += BLOCK) {
    hash = hashWords(hash, view, from, Math.min(from + BLOCK, view.byteLength));
    yield;
  }
  return hash >>> 0;
}

function hashWords(start: number, view: DataView, from: number, to: number): number {
  let hash = start;
  for (let offset = from; offset < to; offset += 4) {
    hash = Math.imul(hash ^ view.getInt32(offset, true), 0x01000193);
  }
  return hash;
}
