import { zlibSync } from 'fflate';

// Files that are only as long as their headers need.

export function concat(...parts: readonly (Uint8Array | string | readonly number[])[]): Uint8Array {
  const bytes: number[] = [];
  for (const part of parts) bytes.push(...(typeof part === 'string' ? latin1(part) : part));
  return new Uint8Array(bytes);
}

/** Without Node's Buffer: tests run in a web worker, too. */
function latin1(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function big(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256);
}

function little(value: number, bytes: number): number[] {
  return big(value, bytes).toReversed();
}

export function png(width: number, height: number): Uint8Array {
  const header = concat('IHDR', big(width, 4), big(height, 4), [8, 6, 0, 0, 0]);
  return concat([0x89], 'PNG\r\n\x1a\n', big(13, 4), header, big(0, 4), big(0, 4), 'IEND');
}

export function gif(width: number, height: number): Uint8Array {
  return concat('GIF89a', little(width, 2), little(height, 2), [0, 0, 0, 0x3b]);
}

export function webp(width: number, height: number): Uint8Array {
  const size = concat(little(width - 1, 3), little(height - 1, 3));
  return concat('RIFF', little(22, 4), 'WEBPVP8X', little(10, 4), [0, 0, 0, 0], size, [0, 0]);
}

/** @param orientation of Exif; 6: the camera was held upright. @param profile bytes before the size. */
export function jpeg(
  width: number,
  height: number,
  { orientation = 1, profile = 0 } = {},
): Uint8Array {
  const entry = concat(big(0x0112, 2), big(3, 2), big(1, 4), big(orientation, 2), [0, 0]);
  const exif = concat('Exif\0\0', 'MM\0*', big(8, 4), big(1, 2), entry, big(0, 4));
  const sof = concat([8], big(height, 2), big(width, 2), [3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  const segment = (marker: number, body: Uint8Array): Uint8Array =>
    concat([0xff, marker], big(body.length + 2, 2), body);
  const profiles = Array.from({ length: Math.ceil(profile / 60_000) }, () =>
    segment(0xe2, new Uint8Array(60_000)),
  );
  return concat([0xff, 0xd8], segment(0xe1, exif), ...profiles, segment(0xc0, sof), [0xff, 0xd9]);
}

/** @param isCompressed whether the page tree stands in a compressed stream, as in files of version 1.5. */
export function pdf(pages: number, isCompressed = false): Uint8Array {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(' ');
  const tree = `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`;
  if (!isCompressed) return concat('%PDF-1.4\n', `2 0 obj\n${tree}\nendobj\n%%EOF`);
  const stream = zlibSync(concat(`2 0 ${tree}`));
  const head = `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length ${stream.length} >>\nstream\n`;
  return concat('%PDF-1.5\n', head, stream, '\nendstream\nendobj\n%%EOF');
}

export function wav(seconds: number): Uint8Array {
  const bytesPerSecond = 100;
  const format = concat(little(1, 2), little(1, 2), little(50, 4), little(bytesPerSecond, 4));
  const data = concat('data', little(seconds * bytesPerSecond, 4));
  return concat('RIFF', little(0, 4), 'WAVE', 'fmt ', little(16, 4), format, [2, 0, 16, 0], data);
}

/** MPEG 1, layer III, 44,100 Hz. @param frames stated in the first frame, of 1,152 samples each. */
export function mp3(frames: number | undefined, bytes = 16_000): Uint8Array {
  // 128 kbit/s: 16,000 bytes a second.
  const xing = frames === undefined ? [] : concat('Xing', big(1, 4), big(frames, 4));
  const start = concat([0xff, 0xfb, 0x90, 0x00], new Uint8Array(32), xing);
  return concat('ID3', [4, 0, 0], [0, 0, 0, 0], start, new Uint8Array(bytes - start.length));
}

/** With STREAMINFO at 44,100 Hz, two channels of 16 bits. @param samples 0: not stated. */
export function flac(samples: number): Uint8Array {
  const high = 0xf0 | Math.floor(samples / 2 ** 32);
  const length = concat([0x0a, 0xc4, 0x42, high], big(samples % 2 ** 32, 4));
  const sizes = concat(big(4096, 2), big(4096, 2), big(0, 6));
  return concat('fLaC', [0x80], big(34, 3), sizes, length, big(0, 16));
}

/** How the first packet of a codec begins. */
export const OGG_PACKETS = {
  /** 312 samples before what is played. */
  opus: concat('OpusHead', [1, 2], little(312, 2), little(44_100, 4), [0, 0, 0]),
  vorbis: concat('\x01vorbis', little(0, 4), [2], little(44_100, 4), new Uint8Array(14)),
  speex: concat(
    'Speex   1.2.0',
    new Uint8Array(15),
    little(1, 4),
    little(80, 4),
    little(16_000, 4),
  ),
  flac: concat('\x7fFLAC', [1, 0, 0, 1], flac(0)),
  theora: concat('\x80theora', new Uint8Array(35)),
};

/** @param position samples up to the end of the page; -1: no packet ends on it. */
export function oggPage(packet: Uint8Array, position = 0, serial = 7): Uint8Array {
  const at = new Uint8Array(8);
  new DataView(at.buffer).setBigInt64(0, BigInt(position), true);
  const rest = concat(little(serial, 4), little(0, 4), little(0, 4));
  return concat('OggS', [0, 0], at, rest, [1, packet.length], packet);
}

/** @param positions of the pages after those of the headers. */
export function ogg(packet: Uint8Array, ...positions: readonly number[]): Uint8Array {
  const sound = concat(new Uint8Array(200));
  const pages = positions.map((position) => oggPage(sound, position));
  return concat(oggPage(packet), oggPage(concat('tags')), ...pages);
}

/** @param brand as `isom`, or `M4A `. */
export function mp4(seconds: number, brand = 'isom'): Uint8Array {
  const header = concat('mvhd', [0, 0, 0, 0], big(0, 8), big(1000, 4), big(seconds * 1000, 4));
  const movie = concat('moov', big(8 + header.length + 80, 4), header, new Uint8Array(80));
  return concat(big(16, 4), 'ftyp', brand, big(0, 4), big(movie.length + 4, 4), movie);
}

export function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
