import { flacSeconds } from './flac';
import { readOgg } from './ogg';

/** How long a recording or film is, from its header; undefined if it does not say. */
export interface Timed {
  readonly kind: 'audio' | 'video';
  readonly seconds: number | undefined;
}

/**
 * WAV, MP3, FLAC, OGG (Opus, Vorbis, Speex, FLAC) and MP4 (also M4A and MOV). Of a film in OGG the length is not read.
 * Undefined for other bytes.
 */
export function readTimed(bytes: Uint8Array): Timed | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  if (/^RIFF....WAVE/s.test(start)) return { kind: 'audio', seconds: wavSeconds(bytes) };
  if (/^....ftyp/s.test(start)) return mp4(bytes, start.slice(8, 12));
  const tag = start.startsWith('ID3') ? 10 + tagLength(bytes) : 0;
  if (isFlac(bytes, tag)) return { kind: 'audio', seconds: flacSeconds(bytes, tag) };
  if (start.startsWith('ID3') || isFrame(bytes, 0))
    return { kind: 'audio', seconds: mp3Seconds(bytes) };
  return readOgg(bytes);
}

function isFlac(bytes: Uint8Array, at: number): boolean {
  return String.fromCharCode(...bytes.subarray(at, at + 4)) === 'fLaC';
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The bytes of `data` divided by the bytes of a second in `fmt `. */
function wavSeconds(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes);
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const size = view.getUint32(at + 4, true);
    if (name === 'fmt ' && at + 20 <= bytes.length) bytesPerSecond = view.getUint32(at + 16, true);
    if (name === 'data')
      return bytesPerSecond > 0 && size < STREAMED ? size / bytesPerSecond : undefined;
    at += 8 + size + (size % 2);
  }
  return undefined;
}

/** What a program writes that does not know the length yet. */
const STREAMED = 0xffff_f000;

/** kbit/s of MPEG 1 and MPEG 2, layer III. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLE_RATES = [44_100, 48_000, 32_000];

/** A frame of layer III: eleven bits set, then layer 01. */
function isFrame(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  return first === 0xff && (second & 0xe6) === 0xe2;
}

/** By the number of frames that a variable rate states, else by the rate of the first frame. */
function mp3Seconds(bytes: Uint8Array): number | undefined {
  const at = isFrame(bytes, 0) ? 0 : 10 + tagLength(bytes);
  if (!isFrame(bytes, at) || at + 4 > bytes.length) return undefined;
  const [, second = 0, third = 0] = bytes.subarray(at, at + 3);
  const version = (second >> 3) & 3;
  const rate = (version === 3 ? RATES_1 : RATES_2)[third >> 4];
  const sampleRate =
    (SAMPLE_RATES[(third >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  if (!rate || !(sampleRate > 0)) return undefined;
  const frames = framesOf(bytes, at);
  if (frames !== undefined) return (frames * (version === 3 ? 1152 : 576)) / sampleRate;
  return ((bytes.length - at) * 8) / (rate * 1000);
}

/** Seven bits in each of four bytes. */
function tagLength(bytes: Uint8Array): number {
  return bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
}

/** `Xing` or `Info` in the first frame, with flag 1: the number of frames follows. */
function framesOf(bytes: Uint8Array, at: number): number | undefined {
  const frame = String.fromCharCode(...bytes.subarray(at, at + 200));
  const place = at + Math.max(frame.indexOf('Xing'), frame.indexOf('Info'));
  if (place < at || place + 12 > bytes.length) return undefined;
  const view = viewOf(bytes);
  return (view.getUint32(place + 4) & 1) === 1 ? view.getUint32(place + 8) : undefined;
}

/** `mvhd` has the length in units of its own: ISO/IEC 14496-12, 8.2.2. */
function mp4(bytes: Uint8Array, brand: string): Timed {
  const kind = brand.startsWith('M4A') || brand.startsWith('M4B') ? 'audio' : 'video';
  const at = findMovieHeader(bytes);
  if (at < 0 || at + 36 > bytes.length) return { kind, seconds: undefined };
  const view = viewOf(bytes);
  const isLong = bytes[at + 4] === 1;
  const units = view.getUint32(at + (isLong ? 24 : 16));
  const length = isLong
    ? view.getUint32(at + 28) * 2 ** 32 + view.getUint32(at + 32)
    : view.getUint32(at + 20);
  return { kind, seconds: units > 0 ? length / units : undefined };
}

/** The boxes of a file are skipped by their sizes; `mvhd` is the first in `moov`. Place of its name, or -1. */
function findMovieHeader(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  for (let at = 0; at + 16 <= bytes.length;) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'moov') {
      const inner = String.fromCharCode(...bytes.subarray(at + 12, at + 16));
      return inner === 'mvhd' ? at + 12 : -1;
    }
    const size = view.getUint32(at);
    const long = size === 1 ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : size;
    if (long < 8) return -1;
    at += long;
  }
  return -1;
}
