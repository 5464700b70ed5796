/** An OGG file, as its first page has it. */
export interface Ogg {
  readonly kind: 'audio' | 'video';
  readonly seconds: number | undefined;
}

/** The head of a page up to its table of segments: RFC 3533, 6. */
const HEAD = 27;

/** Place of its parts. */
const POSITION = 6;
const SERIAL = 14;
const SEGMENTS = 26;

/** How a codec begins its first packet, and what it says of samples. */
interface Codec {
  readonly start: string;
  readonly samples: (packet: Uint8Array) => Samples | undefined;
}

interface Samples {
  readonly perSecond: number;
  /** Of the position, that are not played. */
  readonly before?: number;
}

const CODECS: readonly Codec[] = [
  // RFC 7845, 4 and 5.1: positions are of 48,000 Hz, whatever the recording had.
  {
    start: 'OpusHead',
    samples: (packet) => ({ perSecond: 48_000, before: little(packet, 10, 2) ?? 0 }),
  },
  // Vorbis I, 4.2.2.
  { start: '\x01vorbis', samples: (packet) => rated(little(packet, 12, 4)) },
  // Speex manual, 7.
  { start: 'Speex   ', samples: (packet) => rated(little(packet, 36, 4)) },
  // RFC 9639, 10.1: its own header of nine bytes stands before that of FLAC.
  { start: '\x7fFLAC', samples: (packet) => rated(flacRate(packet)) },
];

const FILM = '\x80theora';

/** Undefined for other bytes, and for a first stream that is no sound or film. */
export function readOgg(bytes: Uint8Array): Ogg | undefined {
  if (!isPage(bytes, 0)) return undefined;
  const packet = bytes.subarray(HEAD + (bytes[SEGMENTS] ?? 0));
  const start = String.fromCharCode(...packet.subarray(0, 8));
  if (start.startsWith(FILM)) return { kind: 'video', seconds: undefined };
  const codec = CODECS.find((each) => start.startsWith(each.start));
  if (!codec) return undefined;
  const samples = codec.samples(packet);
  return { kind: 'audio', seconds: samples && secondsOf(bytes, samples) };
}

/**
 * From the position of the first page with sound to that of the last, in samples. A recording of a broadcast begins
 * somewhere in it; the samples of its first page are then left out.
 */
function secondsOf(bytes: Uint8Array, { perSecond, before = 0 }: Samples): number | undefined {
  const end = lastPosition(bytes);
  if (end === undefined) return undefined;
  const first = firstPosition(bytes) ?? 0;
  const start = first > MOST_OF_PAGE ? first : before;
  return end > start ? (end - start) / perSecond : undefined;
}

/** 255 packets of 8,192 samples. */
const MOST_OF_PAGE = 255 * 8192;

/** Undefined if the last page is of another stream: then several follow one another. */
function lastPosition(bytes: Uint8Array): number | undefined {
  for (let at = bytes.length - HEAD; at >= 0; at--) {
    if (!isPage(bytes, at)) continue;
    if (little(bytes, at + SERIAL, 4) !== little(bytes, SERIAL, 4)) return undefined;
    const position = positionAt(bytes, at);
    if (position !== undefined) return position;
  }
  return undefined;
}

/** Pages of headers have the position 0. */
function firstPosition(bytes: Uint8Array): number | undefined {
  for (let at = 0; isPage(bytes, at); at = nextPage(bytes, at)) {
    const position = positionAt(bytes, at);
    if (position) return position;
  }
  return undefined;
}

function nextPage(bytes: Uint8Array, at: number): number {
  const start = at + HEAD;
  const sizes = bytes.subarray(start, start + (bytes[at + SEGMENTS] ?? 0));
  return sizes.reduce((sum, size) => sum + size, start + sizes.length);
}

/** Undefined: no packet ends on the page, or its bytes end before. */
function positionAt(bytes: Uint8Array, at: number): number | undefined {
  const [low, high] = [little(bytes, at + POSITION, 4), little(bytes, at + POSITION + 4, 4)];
  // The highest bit: -1.
  if (low === undefined || high === undefined || high >= 2 ** 31) return undefined;
  return high * 2 ** 32 + low;
}

function isPage(bytes: Uint8Array, at: number): boolean {
  const [o, g, second, s, version] = bytes.subarray(at, at + 5);
  return o === 0x4f && g === 0x67 && second === 0x67 && s === 0x53 && version === 0;
}

function rated(perSecond: number | undefined): Samples | undefined {
  return perSecond === undefined || perSecond === 0 ? undefined : { perSecond };
}

/** STREAMINFO stands behind nine bytes and `fLaC`; its length is that of the pages. */
function flacRate(packet: Uint8Array): number | undefined {
  const bytes = packet.subarray(27, 30);
  const [first = 0, second = 0, third = 0] = bytes;
  return bytes.length === 3 ? (first << 12) | (second << 4) | (third >> 4) : undefined;
}

/** An unsigned number, its last byte first; undefined if the bytes end before. */
function little(bytes: Uint8Array, at: number, size: number): number | undefined {
  const part = bytes.subarray(at, at + size);
  return part.length < size ? undefined : part.reduceRight((sum, byte) => sum * 256 + byte, 0);
}
